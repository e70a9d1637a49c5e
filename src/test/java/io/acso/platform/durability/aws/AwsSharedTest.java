package io.acso.platform.durability.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Message.Priority;
import io.acso.platform.durability.Timer;
import io.acso.testsupport.AwsEmulators;
import io.acso.testsupport.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Two processes on one table. */
class AwsSharedTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    /** So long that nothing here can be its doing. */
    private static final Duration RARELY = Duration.ofMinutes(5);

    private final SettableClock clock = SettableClock.atNoon();
    private final String table = "acso-" + UUID.randomUUID();
    private Durability one;
    private Durability other;

    @BeforeEach
    void open() {
        one = open(clock, RARELY);
        other = open(clock, RARELY);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        try (DynamoDbClient dynamo =
                AwsEmulators.clients().build(DynamoDbClient.SERVICE_NAME, DynamoDbClient.builder())) {
            dynamo.deleteTable(delete -> delete.tableName(table));
        }
    }

    @Test
    void a_consumer_is_woken_by_what_another_process_sends() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var woken = CompletableFuture.supplyAsync(() -> awaited(other), threads);
            send(one, "m", null);
            await().atMost(Duration.ofSeconds(20)).until(woken::isDone);
            assertThat(woken).isCompletedWithValue(true);
        }
        assertThat(ids(other.queue("q").receive(1, LEASE))).containsExactly("m");
    }

    @Test
    void a_message_goes_to_one_of_them() {
        IntStream.range(0, 20).forEach(i -> send(i % 2 == 0 ? one : other, "m" + i, i % 3 == 0 ? "g" : null));
        List<String> handled = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Durability process : List.of(one, other)) {
                threads.execute(() -> handle(process, handled));
            }
        }
        handle(one, handled);
        assertThat(handled)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void a_group_keeps_its_order_although_clocks_differ() {
        InstantSource behind = () -> clock.instant().minusSeconds(60);
        try (Durability late = open(behind, RARELY)) {
            send(one, "first", "g");
            send(late, "second", "g");
            send(one, "third", "g");
            List<String> handled = new ArrayList<>();
            handle(one, handled);
            assertThat(handled).containsExactly("first", "second", "third");
        }
    }

    @Test
    void leaves_of_both_have_one_numbering() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Durability process : List.of(one, other)) {
                threads.execute(() -> IntStream.range(0, 30).forEach(i -> {
                    process.commit(Commit.builder()
                            .add(new Commit.Append(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
                            .build());
                    process.leaves(0, 1);
                }));
            }
        }
        assertThat(one.leaves(0, 100))
                .extracting(LedgerLeaf::sequence)
                .isEqualTo(LongStream.range(0, 60).boxed().toList());
    }

    @Test
    void the_work_of_one_that_ended_without_a_word_goes_on() {
        one.commit(Commit.builder()
                .add(new Commit.Schedule(new Timer("t", clock.instant().plusSeconds(5), "q", message("timed", null))))
                .build());
        send(one, "held", null);
        one.queue("q").receive(1, LEASE);
        clock.advance(RARELY.multipliedBy(11));
        try (Durability third = open(clock, Duration.ofMillis(50))) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> third.queue("q").depth().ready() == 2);
            assertThat(ids(third.queue("q").receive(5, LEASE))).containsExactly("held", "timed");
        }
    }

    private Durability open(InstantSource time, Duration pulse) {
        AwsDurabilitySettings base = AwsProvider.settings(table);
        AwsDurabilitySettings settings = new AwsDurabilitySettings(
                table,
                base.queuePrefix(),
                true,
                null,
                null,
                null,
                base.maxAttempts(),
                base.backoffBase(),
                base.backoffMost(),
                base.inboxRetention(),
                pulse);
        return AwsDurability.open(settings, AwsEmulators.clients(), time);
    }

    /** Receives and acknowledges until nothing comes any more. */
    private static void handle(Durability durability, List<String> handled) {
        List<Delivery> deliveries;
        do {
            deliveries = durability.queue("q").receive(2, LEASE);
            for (Delivery delivery : deliveries) {
                durability.commit(Commit.builder().acknowledge(delivery).build());
                handled.add(delivery.message().id());
            }
        } while (!deliveries.isEmpty());
    }

    private static boolean awaited(Durability durability) {
        try {
            return durability.queue("q").await(Duration.ofMinutes(2));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(Durability durability, String id, @Nullable String group) {
        durability.commit(Commit.builder().send("q", message(id, group)).build());
    }

    private static Message message(String id, @Nullable String group) {
        return new Message(id, "io.acso.test", group, Priority.NORMAL, "c", null, 1, "{}");
    }

    private static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.message().id()).toList();
    }
}
