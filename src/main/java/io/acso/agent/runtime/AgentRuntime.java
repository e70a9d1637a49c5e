package io.acso.agent.runtime;

import io.acso.domain.task.AgentName;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.TaskQueue;
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
    private final List<AgentFeed> feeds = new ArrayList<>();
    private final List<Thread> feeding = new ArrayList<>();

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
            TaskQueue queue = durability.queue(agent.name().value());
            Leases leases = new Leases(queue, settings, clock);
            AgentWorker worker = new AgentWorker(agent, durability, settings, clock, observations, pulse, leases);
            feeds.add(new AgentFeed(agent.name(), queue, settings, pulse, threads, worker::handle));
            every(settings.heartbeat(), () -> heartbeats.beat(pulse));
            every(Leases.beat(settings), leases::beat);
        });
    }

    private void every(Duration period, Runnable beat) {
        beats.scheduleAtFixedRate(beat, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void start() {
        List<Commit.Operation> standing = new ArrayList<>();
        agents.values().stream()
                .flatMap(agent -> agent.standing(clock.instant()).stream())
                .forEach(timer -> standing.add(new Commit.Schedule(timer)));
        if (!standing.isEmpty()) {
            durability.commit(new Commit(standing));
        }
        feeds.forEach(feed -> feeding.add(Thread.ofVirtual().name("agent-feed").start(feed)));
    }

    /** Lets tasks in hand end, for a while; what does not end in time is delivered again later. */
    @Override
    public void close() {
        feeds.forEach(AgentFeed::stop);
        try {
            for (Thread feed : feeding) {
                feed.join(grace);
            }
            threads.shutdown();
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
