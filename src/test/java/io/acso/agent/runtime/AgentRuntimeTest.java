package io.acso.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How agents are fed, and what becomes of their work when they fail. */
class AgentRuntimeTest {

    private static final AgentName WORKER = new AgentName("worker");
    private static final AgentName ASKER = new AgentName("asker");
    private static final AgentSettings QUICK = new AgentSettings(
            1, Duration.ofMillis(900), Duration.ofMillis(1500), Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final Key RECORD = new Key("work", "done");

    @TempDir
    Path directory;

    private SqliteDurability durability;
    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void open() {
        durability = SqliteDurability.open(
                directory,
                Clock.systemUTC(),
                Settings.defaults()
                        .withBackoff(Duration.ofMillis(10), Duration.ofMillis(50))
                        .withMaxAttempts(3)
                        .withPulse(Duration.ofMillis(50)));
    }

    @AfterEach
    void close() {
        end.countDown();
        durability.close();
    }

    @Test
    void changes_reply_and_acknowledgement_are_one_commit() {
        send(task("t1", "work"));
        try (AgentRuntime runtime = runtime((task, bench) -> write(bench, "one"))) {
            runtime.start();
            await().until(() -> durability.queue("asker").depth().ready() == 1);
        }
        assertThat(stored()).isEqualTo("one");
        assertThat(durability.queue("worker").depth().lent()).isZero();
        Message reply = durability
                .queue("asker")
                .receive(1, Duration.ofSeconds(5))
                .getFirst()
                .message();
        Reply answer = Json.convert(TaskMessage.read(reply, ASKER).arguments(), Reply.class);
        assertThat(answer.key()).isEqualTo("the/key");
        assertThat(answer.outcome()).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void an_exception_brings_the_task_back_and_ends_as_a_dead_letter_with_its_cause() {
        AtomicInteger attempts = new AtomicInteger();
        send(task("t1", "work"));
        try (AgentRuntime runtime = runtime((task, bench) -> {
            write(bench, "half");
            attempts.incrementAndGet();
            throw new IllegalStateException("the disk is on fire");
        })) {
            runtime.start();
            await().until(() -> durability.queue("worker").depth().dead() == 1);
        }
        assertThat(attempts).hasValue(3);
        assertThat(dead().cause()).contains("the disk is on fire");
        assertThat(durability.records().get(RECORD)).isEmpty();
        assertThat(durability.queue("asker").depth().ready()).isZero();
    }

    @Test
    void an_error_does_not_end_the_worker() {
        send(task("t1", "work"));
        try (AgentRuntime runtime = runtime((task, bench) -> {
            if (task.id().equals("t1")) {
                throw new StackOverflowError("nested too deep");
            }
            return write(bench, task.id());
        })) {
            runtime.start();
            await().until(() -> durability.queue("worker").depth().dead() == 1);
            send(task("t2", "work"));
            await().until(() -> "t2".equals(stored()));
        }
        assertThat(dead().cause()).contains("nested too deep");
    }

    @Test
    void what_breaks_a_limit_is_buried_at_once() {
        AtomicInteger attempts = new AtomicInteger();
        send(task("t1", "work"));
        try (AgentRuntime runtime = runtime((task, bench) -> {
            attempts.incrementAndGet();
            for (int i = 0; i < 200; i++) {
                bench.put(Item.of("work", "item-" + i, 1, i));
            }
            return done();
        })) {
            runtime.start();
            await().until(() -> durability.queue("worker").depth().dead() == 1);
        }
        assertThat(attempts).hasValue(1);
        assertThat(dead().cause()).contains("at most 100");
    }

    @Test
    void what_it_cannot_read_or_does_not_perform_is_buried_with_the_reason() {
        send(task("t1", "dance"));
        Message strange = TaskMessage.of(task("t2", "work"), null, null);
        send(new Message("t2", "io.acso.other", null, strange.priority(), "c", null, 1, strange.body()));
        send(new Message("t3", TaskMessage.TYPE, null, strange.priority(), "c", null, 99, strange.body()));
        send(new Message("t4", TaskMessage.TYPE, null, strange.priority(), "c", null, 1, "{}"));
        send(new Message("t5", TaskMessage.TYPE, null, strange.priority(), "c", null, 1, "not json"));
        send(TaskMessage.of(
                new Task("t6", ASKER, "work", Json.object(), ASKER.principal(), "c", null, null, Instant.EPOCH),
                null,
                null));
        try (AgentRuntime runtime = runtime((task, bench) -> write(bench, "never"))) {
            runtime.start();
            await().until(() -> durability.queue("worker").depth().dead() == 6);
        }
        assertThat(stored()).isNull();
        assertThat(durability.queue("worker").deadLetters(10, null).items())
                .extracting(letter -> letter.message().id() + " " + letter.attempts() + " " + letter.cause())
                .anyMatch(line -> line.startsWith("t1 1 worker does not perform dance"))
                .anyMatch(line -> line.startsWith("t2 1 unreadable: not a task"))
                .anyMatch(line -> line.startsWith("t3 1 unreadable: message t3 is a Task of version 99"))
                .anyMatch(line -> line.startsWith("t4 1 unreadable: the task lacks [id, agent, kind"))
                .anyMatch(line -> line.startsWith("t5 1 unreadable:"))
                .anyMatch(line -> line.startsWith("t6 1 unreadable: the task is for asker"));
    }

    @Test
    void a_conflict_is_decided_anew_in_the_same_attempt() {
        durability.commit(
                Commit.builder().put(Item.of("work", "done", 1, "before")).build());
        AtomicInteger decisions = new AtomicInteger();
        send(task("t1", "work"));
        try (AgentRuntime runtime = runtime((task, bench) -> {
            Item read = bench.records().get(RECORD).orElseThrow();
            if (decisions.incrementAndGet() == 1) {
                durability.commit(
                        Commit.builder().put(read.replacedBy("meanwhile")).build());
            }
            bench.put(read.replacedBy(read.as(String.class) + "+mine"));
            return done();
        })) {
            runtime.start();
            await().until(() -> "meanwhile+mine".equals(stored()));
        }
        assertThat(decisions).hasValue(2);
    }

    @Test
    void a_task_sent_twice_is_performed_once() {
        AtomicInteger performed = new AtomicInteger();
        send(task("t1", "work"));
        try (AgentRuntime runtime = runtime((task, bench) -> {
            performed.incrementAndGet();
            return write(bench, task.id());
        })) {
            runtime.start();
            await().until(() -> "t1".equals(stored()));
            send(task("t1", "work"));
            send(task("t2", "work"));
            await().until(() -> "t2".equals(stored()));
        }
        assertThat(performed).hasValue(2);
    }

    @Test
    void two_agents_of_one_name_are_refused() {
        Agent one = agent((task, bench) -> done());
        assertThatThrownBy(() -> new AgentRuntime(
                        List.of(one, one), durability, QUICK, Clock.systemUTC(), ObservationRegistry.NOOP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("worker");
    }

    @Test
    void a_worker_that_hangs_falls_silent_and_what_it_had_in_hand_is_done_by_another_without_a_trace_of_it() {
        send(task("t1", "work"));
        CountDownLatch hanging = new CountDownLatch(1);
        AgentRuntime stuck = runtime((task, bench) -> {
            hanging.countDown();
            holdOn();
            return write(bench, "late");
        });
        stuck.start();
        await().until(() -> hanging.getCount() == 0);
        assertThat(heartbeat().inHand()).isOne();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> heartbeat().seen().plus(QUICK.silence()).isBefore(Instant.now()));
        try (AgentRuntime other = runtime((task, bench) -> write(bench, "in time"))) {
            other.start();
            await().until(() -> "in time".equals(stored()));
            await().until(() -> heartbeat().seen().plus(QUICK.silence()).isAfter(Instant.now()));
        }
        end.countDown();
        stuck.close();
        assertThat(stored()).as("a lost lease commits nothing").isEqualTo("in time");
        assertThat(durability.queue("asker").depth().ready()).isOne();
    }

    @Test
    void a_runtime_that_stops_in_the_middle_of_a_task_leaves_it_to_another() {
        send(task("t1", "work"));
        CountDownLatch begun = new CountDownLatch(1);
        try (AgentRuntime stopping = runtime((task, bench) -> {
            begun.countDown();
            holdOn();
            return write(bench, "late");
        })) {
            stopping.start();
            await().until(() -> begun.getCount() == 0);
        }
        Instant stopped = Instant.now();
        try (AgentRuntime other = runtime((task, bench) -> write(bench, "taken over"))) {
            other.start();
            await().atMost(Duration.ofSeconds(10)).until(() -> "taken over".equals(stored()));
        }
        assertThat(Duration.between(stopped, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    /** Waits for the end of the test, whoever interrupts. */
    private void holdOn() {
        while (true) {
            try {
                end.await();
                return;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    private AgentRuntime runtime(BiFunction<Task, Workbench, Outcome> work) {
        return new AgentRuntime(List.of(agent(work)), durability, QUICK, Clock.systemUTC(), ObservationRegistry.NOOP);
    }

    private static Agent agent(BiFunction<Task, Workbench, Outcome> work) {
        return new Agent() {
            @Override
            public AgentName name() {
                return WORKER;
            }

            @Override
            public Set<String> accepts() {
                return Set.of("work");
            }

            @Override
            public Outcome perform(Task task, Workbench bench) {
                return work.apply(task, bench);
            }
        };
    }

    private static Outcome write(Workbench bench, String what) {
        bench.overwrite(Item.of("work", "done", 1, what));
        bench.ledger("WorkDone", "work", Map.of());
        return done();
    }

    private static Outcome done() {
        return new Outcome.Completed(Json.object());
    }

    private static Task task(String id, String kind) {
        return new Task(
                id,
                WORKER,
                kind,
                Json.object(),
                Principal.person("alice"),
                "case-1",
                ASKER,
                "the/key",
                Instant.parse("2027-01-01T00:00:00Z"));
    }

    private void send(Task task) {
        send(TaskMessage.of(task, null, null));
    }

    private void send(Message message) {
        durability.commit(Commit.builder().send("worker", message).build());
    }

    private String stored() {
        return durability
                .records()
                .get(RECORD)
                .map(item -> item.as(String.class))
                .orElse(null);
    }

    private DeadLetter dead() {
        return durability.queue("worker").deadLetters(10, null).items().getFirst();
    }

    private AgentState heartbeat() {
        return Heartbeats.read(durability.records()).getFirst();
    }
}
