package io.acso.agent.runtime;

import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the workers of one agent are doing, to tell a living agent from a stuck one. */
final class Pulse {

    private final AgentName agent;
    private final AgentSettings settings;
    private final InstantSource clock;
    private final ConcurrentMap<String, AgentState.Work> inHand = new ConcurrentHashMap<>();
    private final AtomicLong performed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile Instant turned;

    Pulse(AgentName agent, AgentSettings settings, InstantSource clock) {
        this.agent = agent;
        this.settings = settings;
        this.clock = clock;
        this.turned = clock.instant();
    }

    AgentName agent() {
        return agent;
    }

    /** A worker came round to look for work. */
    void turn() {
        turned = clock.instant();
    }

    void began(Task task) {
        inHand.put(task.id(), new AgentState.Work(task.id(), task.kind(), task.correlationId(), clock.instant()));
    }

    void ended(String taskId, boolean well) {
        inHand.remove(taskId);
        (well ? performed : failed).incrementAndGet();
    }

    /** Alive while some worker turns, or is busy with something that may still take its time. */
    boolean alive() {
        Instant now = clock.instant();
        boolean turning = turned.plus(settings.silence()).isAfter(now);
        return turning
                || inHand.values().stream()
                        .anyMatch(work -> work.since().plus(settings.longest()).isAfter(now));
    }

    AgentState state() {
        List<AgentState.Work> work = inHand.values().stream()
                .sorted(Comparator.comparing(AgentState.Work::since))
                .toList();
        return new AgentState(
                agent,
                clock.instant(),
                work.size(),
                performed.get(),
                failed.get(),
                work.subList(0, Math.min(AgentState.MOST_WORK, work.size())));
    }
}
