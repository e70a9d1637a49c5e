package io.acso.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.TaskQueue;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.testsupport.SettableClock;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process had in hand when it died or hung is somebody else's within thirty seconds, by an injected clock. */
class DeadAgentTest {

    private static final Duration PROMISE = Duration.ofSeconds(30);
    private static final AgentName WORKER = new AgentName("worker");
    private static final AgentSettings STANDARD = AgentSettings.DEFAULT;

    @TempDir
    Path directory;

    private final SettableClock clock = SettableClock.atNoon();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean dead = new AtomicBoolean();
    private SqliteDurability durability;

    @BeforeEach
    void open() {
        Settings quick = Settings.defaults().withPulse(Duration.ofMillis(20));
        durability = SqliteDurability.open(directory, clock, quick);
    }

    @AfterEach
    void close() {
        end.countDown();
        durability.close();
    }

    @Test
    void what_a_dead_process_had_in_hand_is_performed_by_another_within_thirty_seconds() {
        send("t1");
        CountDownLatch begun = new CountDownLatch(1);
        AgentRuntime dying = runtime(mortal(), task -> {
            begun.countDown();
            holdOn();
            return "by the dead";
        });
        dying.start();
        await().until(() -> begun.getCount() == 0);
        await().until(() -> !Heartbeats.read(durability.records()).isEmpty());
        dead.set(true);

        clock.advance(STANDARD.silence().plusMillis(1));
        assertThat(Heartbeats.read(durability.records()))
                .as("its heartbeat is missed")
                .allMatch(state -> state.seen().plus(STANDARD.silence()).isBefore(clock.instant()));
        clock.advance(PROMISE.minus(STANDARD.silence()).minusMillis(1));
        try (AgentRuntime other = runtime(durability, task -> "by the living")) {
            other.start();
            await().until(() -> "by the living".equals(stored()));
            assertThat(Heartbeats.read(durability.records()))
                    .as("the agent lives again")
                    .allMatch(state -> state.seen().equals(clock.instant()));
        }
        end.countDown();
        dying.close();
        assertThat(stored()).isEqualTo("by the living");
    }

    @Test
    void work_that_takes_long_is_kept_up_to_the_longest_that_an_attempt_may_take() {
        send("t1");
        TaskQueue queue = durability.queue("worker");
        Leases leases = new Leases(queue, STANDARD, clock);
        Delivery first = queue.receive(1, STANDARD.lease()).getFirst();
        leases.keep(first);

        Instant begun = clock.instant();
        while (clock.instant().plus(Leases.beat(STANDARD)).isBefore(begun.plus(STANDARD.longest()))) {
            clock.advance(Leases.beat(STANDARD));
            leases.beat();
            assertThat(queue.receive(1, STANDARD.lease())).isEmpty();
        }
        for (Duration since = Duration.ZERO; since.compareTo(PROMISE) < 0; since = since.plus(Leases.beat(STANDARD))) {
            clock.advance(Leases.beat(STANDARD));
            leases.beat();
        }
        assertThat(queue.receive(1, STANDARD.lease()))
                .extracting(Delivery::attempt)
                .containsExactly(2);
    }

    @Test
    void what_is_done_is_kept_no_longer() {
        send("t1");
        TaskQueue queue = durability.queue("worker");
        Leases leases = new Leases(queue, STANDARD, clock);
        Delivery first = queue.receive(1, STANDARD.lease()).getFirst();
        leases.keep(first);
        leases.letGo(first);
        clock.advance(Leases.beat(STANDARD));
        leases.beat();
        clock.advance(PROMISE.minus(Leases.beat(STANDARD)));
        assertThat(queue.receive(1, STANDARD.lease())).hasSize(1);
    }

    /** Waits for the end of the test, whoever interrupts. */
    private void holdOn() {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    private AgentRuntime runtime(Durability over, Function<Task, String> work) {
        Agent agent = new Agent() {
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
                bench.overwrite(Item.of("work", "done", 1, work.apply(task)));
                return new Outcome.Completed(Json.object());
            }
        };
        return new AgentRuntime(List.of(agent), over, STANDARD, clock, ObservationRegistry.NOOP);
    }

    /** The store as a process sees it that reaches it no more once it is dead. */
    private Durability mortal() {
        return cut(
                Durability.class,
                (proxy, method, arguments) -> method.getName().equals("queue")
                        ? cut(TaskQueue.class, (self, call, values) -> pass(durability.queue("worker"), call, values))
                        : pass(durability, method, arguments));
    }

    private Object pass(Object to, Method method, Object[] arguments) throws Throwable {
        if (dead.get()) {
            throw new DurabilityFailure("this process is dead");
        }
        try {
            return method.invoke(to, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T cut(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void send(String id) {
        Task task = new Task(
                id,
                WORKER,
                "work",
                Json.object(),
                Principal.person("alice"),
                "case-1",
                null,
                null,
                clock.instant().plusSeconds(3600));
        durability.commit(Commit.builder()
                .send("worker", TaskMessage.of(task, null, null))
                .build());
    }

    private String stored() {
        return durability
                .records()
                .get(new Key("work", "done"))
                .map(item -> item.as(String.class))
                .orElse(null);
    }
}
