package io.acso.platform.durability.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Message.Priority;
import io.acso.platform.durability.TaskQueue.Depth;
import io.acso.platform.durability.Timer;
import io.acso.testsupport.AwsEmulators;
import io.acso.testsupport.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A process ends in any call that it makes to AWS, before or after the call took effect; another goes on. Nothing that
 * was committed is lost, and nothing happens twice.
 */
class AwsCrashProperties {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int JOBS = 3;

    /** Its calls are some hundred in all, those of the pulse between them. */
    @Property(tries = 25)
    void whatever_call_a_process_ends_in_another_goes_on(
            @ForAll @IntRange(min = 1, max = 140) int call, @ForAll boolean before) {
        try (DynamoDbClient dynamo = dynamo();
                SqsClient sqs = sqs()) {
            new Run(dynamo, sqs).of(new Mortal(call, before));
        }
    }

    private static DynamoDbClient dynamo() {
        return AwsEmulators.clients().build(DynamoDbClient.SERVICE_NAME, DynamoDbClient.builder());
    }

    private static SqsClient sqs() {
        return AwsEmulators.clients()
                .patient(Duration.ofSeconds(20))
                .build(SqsClient.SERVICE_NAME, SqsClient.builder());
    }

    /** One life, and what is found after it. */
    private static final class Run {
        private final DynamoDbClient dynamo;
        private final SqsClient sqs;
        private final SettableClock clock = SettableClock.atNoon();
        private final String table = "acso-" + UUID.randomUUID();
        private final Set<Integer> committed = new HashSet<>();

        Run(DynamoDbClient dynamo, SqsClient sqs) {
            this.dynamo = dynamo;
            this.sqs = sqs;
        }

        void of(Mortal mortal) {
            TableSchema.ensure(new Table(dynamo, table), true);
            try {
                work(open(mortal.client(DynamoDbClient.class, dynamo), mortal.client(SqsClient.class, sqs)));
            } catch (Mortal.Killed end) {
                assertThat(mortal.isDead()).isTrue();
            }
            mortal.end();
            clock.advance(Duration.ofHours(1));
            try (Durability other = open(dynamo, sqs)) {
                drain(other);
                verify(other);
            }
            dynamo.deleteTable(delete -> delete.tableName(table));
        }

        private void work(Durability durability) {
            for (int job = 0; job < JOBS; job++) {
                durability.commit(job(job));
                committed.add(job);
                handle(durability);
                clock.advance(SOON);
                handle(durability);
            }
        }

        /** A record, a message, a timer and a leaf that belong together; every other message is one of a group. */
        private Commit job(int number) {
            Message message = message("m" + number, number % 2 == 0 ? "g" : null);
            Message timed = message("t" + number, null);
            return Commit.builder()
                    .put(Item.of("job", "j" + number, 1, Map.of()))
                    .send("q", message)
                    .add(new Commit.Schedule(
                            new Timer("t" + number, clock.instant().plus(SOON), "q", timed)))
                    .add(new Commit.Append(("job " + number).getBytes(StandardCharsets.UTF_8)))
                    .build();
        }

        private static Message message(String id, @Nullable String group) {
            return new Message(id, "io.acso.test", group, Priority.NORMAL, "c", null, 1, "{}");
        }

        /** Each message may be handled once: its record must not exist before. */
        private static int handle(Durability durability) {
            List<Delivery> deliveries = durability.queue("q").receive(10, LEASE);
            for (Delivery delivery : deliveries) {
                String id = delivery.message().id();
                durability.commit(Commit.builder()
                        .put(Item.of("done", id, 1, Map.of()))
                        .acknowledge(delivery)
                        .add(new Commit.Append(("done " + id).getBytes(StandardCharsets.UTF_8)))
                        .build());
            }
            return deliveries.size();
        }

        private static void drain(Durability durability) {
            int handled;
            do {
                handled = handle(durability);
            } while (handled > 0);
        }

        private void verify(Durability durability) {
            Set<String> expected = new HashSet<>();
            for (int job = 0; job < JOBS; job++) {
                boolean there =
                        durability.records().get(new Key("job", "j" + job)).isPresent();
                if (committed.contains(job)) {
                    assertThat(there).as("job %d was committed", job).isTrue();
                }
                if (there) {
                    expected.addAll(List.of("job " + job, "done m" + job, "done t" + job));
                }
            }
            List<LedgerLeaf> leaves = durability.leaves(0, 100);
            assertThat(leaves)
                    .extracting(leaf -> new String(leaf.entry(), StandardCharsets.UTF_8))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(leaves)
                    .extracting(LedgerLeaf::sequence)
                    .isEqualTo(LongStream.range(0, leaves.size()).boxed().toList());
            assertThat(durability.queue("q").depth()).isEqualTo(new Depth(0, 0, 0, 0, Duration.ZERO));
            IntStream.range(0, JOBS)
                    .filter(job -> expected.contains("job " + job))
                    .forEach(job -> assertThat(durability.records().get(new Key("done", "t" + job)))
                            .hasValueSatisfying(
                                    done -> assertThat(done.version()).isEqualTo(1)));
        }

        private Durability open(DynamoDbClient dynamo, SqsClient sqs) {
            return AwsDurability.open(AwsProvider.settings(table), new Table(dynamo, table), sqs, List.of(), clock);
        }
    }
}
