package io.acso.agent.runtime;

import io.acso.domain.task.AgentName;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs agents as consumers of their own queues until closed. */
public final class AgentRuntime implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Map<AgentName, Agent> agents;
    private final Durability durability;
    private final InstantSource clock;
    private final Duration grace;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("agent-heartbeat").factory());
    private final List<AgentWorker> workers = new ArrayList<>();

    /** @throws IllegalArgumentException when two agents have one name */
    public AgentRuntime(
            List<Agent> agents,
            Durability durability,
            AgentSettings settings,
            InstantSource clock,
            ObservationRegistry observations) {
        this.agents = byName(agents);
        this.durability = durability;
        this.clock = clock;
        this.grace = settings.longest().compareTo(GRACE) < 0 ? settings.longest() : GRACE;
        Heartbeats heartbeats = new Heartbeats(durability, clock);
        this.agents.values().forEach(agent -> {
            Pulse pulse = new Pulse(agent.name(), settings, clock);
            for (int i = 0; i < settings.concurrency(); i++) {
                workers.add(new AgentWorker(agent, durability, settings, clock, observations, pulse, beats));
            }
            long every = settings.heartbeat().toMillis();
            beats.scheduleAtFixedRate(() -> heartbeats.beat(pulse), 0, every, TimeUnit.MILLISECONDS);
        });
    }

    public void start() {
        List<Commit.Operation> standing = new ArrayList<>();
        agents.values().stream()
                .flatMap(agent -> agent.standing(clock.instant()).stream())
                .forEach(timer -> standing.add(new Commit.Schedule(timer)));
        if (!standing.isEmpty()) {
            durability.commit(new Commit(standing));
        }
        workers.forEach(threads::execute);
    }

    /** Lets tasks in hand end, for a while; what does not end in time is delivered again later. */
    @Override
    public void close() {
        workers.forEach(AgentWorker::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            beats.shutdownNow();
        }
    }

    private static Map<AgentName, Agent> byName(List<Agent> agents) {
        Map<AgentName, Agent> named = new HashMap<>();
        agents.forEach(agent -> {
            if (named.put(agent.name(), agent) != null) {
                throw new IllegalArgumentException("two agents are named " + agent.name() + "; rename one");
            }
        });
        return named;
    }
}
