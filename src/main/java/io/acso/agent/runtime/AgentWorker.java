package io.acso.agent.runtime;

import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.CommitRefused;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.TaskQueue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.MDC;

/** What is done with each message of one agent's queue. */
final class AgentWorker {

    private static final System.Logger LOG = System.getLogger(AgentWorker.class.getName());
    private static final int CONFLICTS = 8;

    private final Agent agent;
    private final Durability durability;
    private final TaskQueue queue;
    private final AgentSettings settings;
    private final InstantSource clock;
    private final ObservationRegistry observations;
    private final Pulse pulse;
    private final Leases leases;

    AgentWorker(
            Agent agent,
            Durability durability,
            AgentSettings settings,
            InstantSource clock,
            ObservationRegistry observations,
            Pulse pulse,
            Leases leases) {
        this.agent = agent;
        this.durability = durability;
        this.queue = durability.queue(agent.name().value());
        this.settings = settings;
        this.clock = clock;
        this.observations = observations;
        this.pulse = pulse;
        this.leases = leases;
    }

    void handle(Delivery delivery) {
        Task task;
        try {
            task = TaskMessage.read(delivery.message(), agent.name());
        } catch (RuntimeException e) {
            queue.bury(delivery, "unreadable: " + e.getMessage());
            return;
        }
        if (!agent.accepts().contains(task.kind())) {
            queue.bury(
                    delivery, agent.name() + " does not perform " + task.kind() + "; it performs " + agent.accepts());
            return;
        }
        Observation.createNotStarted("acso.task", () -> new TaskContext(delivery.message()), observations)
                .lowCardinalityKeyValue("agent", agent.name().value())
                .lowCardinalityKeyValue("kind", task.kind())
                .observe(() -> attempt(delivery, task));
    }

    private void attempt(Delivery delivery, Task task) {
        pulse.began(task);
        boolean well = false;
        leases.keep(delivery);
        try (var ignored = MDC.putCloseable("correlationId", task.correlationId())) {
            perform(delivery, task);
            well = true;
        } catch (CommitRefused e) {
            LOG.log(Level.ERROR, agent.name() + " cannot commit " + task.kind() + " " + task.id(), e);
            queue.bury(delivery, e.toString());
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.log(Level.WARNING, agent.name() + " could not perform " + task.kind() + " " + task.id(), e);
            queue.release(delivery, e.toString());
        } finally {
            leases.letGo(delivery);
            pulse.ended(task.id(), well);
        }
    }

    /** A conflict means that something else changed what was read: decide anew, unless another has the task now. */
    private void perform(Delivery delivery, Task task) {
        for (int conflicts = 0; ; conflicts++) {
            Workbench bench = new Workbench(
                    durability.records(),
                    task,
                    clock.instant(),
                    delivery.message().traceparent());
            Outcome outcome = agent.perform(task, bench);
            AgentName asker = task.replyTo();
            if (asker != null && !(outcome instanceof Outcome.Delegated)) {
                Instant deadline = bench.now().plus(settings.longest());
                bench.send(Reply.task(task, asker, outcome, deadline), task.correlationId());
            }
            try {
                durability.commit(Commit.builder()
                        .addAll(bench.staged())
                        .acknowledge(delivery)
                        .build());
                return;
            } catch (CommitConflict e) {
                if (conflicts == CONFLICTS) {
                    throw e;
                }
                if (!queue.extend(delivery, settings.lease())) {
                    return;
                }
            }
        }
    }
}
