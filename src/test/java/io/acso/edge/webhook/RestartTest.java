package io.acso.edge.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.core.autonomy.KillSwitch;
import io.acso.domain.kernel.Principal;
import io.acso.edge.connector.network.OpenAddresses;
import io.acso.edge.connector.webhook.SignedPost;
import io.acso.edge.live.Change;
import io.acso.edge.live.Changes;
import io.acso.edge.webhook.Delivery.Status;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.testsupport.SettableClock;
import io.acso.testsupport.WebhookReceiver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is owed to a receiver is owed after a restart too. */
class RestartTest {

    private static final Duration RETRY = Duration.ofMinutes(30);

    @TempDir
    private Path directory;

    private final SettableClock clock = SettableClock.atNoon();

    @Test
    void a_retry_outlives_the_process_and_the_log_has_both_attempts() throws Exception {
        String id;
        try (WebhookReceiver receiver = new WebhookReceiver(503)) {
            try (Running before = new Running()) {
                Webhook hook = before.subscribe(receiver);
                id = before.tell(hook);
                await().until(() -> before.delivery(id).next() != null);
                assertThat(before.delivery(id).status()).isEqualTo(Status.WAITING);
            }
            clock.advance(RETRY);
            try (Running after = new Running()) {
                await().until(() -> after.delivery(id).status() == Status.DELIVERED);
                assertThat(after.delivery(id).attempts())
                        .extracting(Delivery.Attempt::status)
                        .containsExactly(503, 204);
            }
            assertThat(receiver.taken).extracting(WebhookReceiver.Taken::id).containsExactly(id, id);
        }
    }

    @Test
    void after_a_start_receivers_are_told_that_they_may_have_missed_some() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            try (Running before = new Running()) {
                before.subscribe(receiver);
            }
            try (Running after = new Running();
                    Changes changes = new Changes(after.durability.topic(), 10, "run", clock);
                    Publishing publishing = new Publishing(after.durability, after.records, changes, clock)) {
                assertThat(publishing).isNotNull();
                await().until(() -> !receiver.taken.isEmpty());
                assertThat(receiver.taken.getFirst().json().path("type").asString())
                        .isEqualTo(Change.MISSED);
            }
        }
    }

    /** The parts that send, over the state in the directory. */
    private final class Running implements AutoCloseable {

        final SqliteDurability durability =
                SqliteDurability.open(directory, clock, Settings.defaults().withPulse(Duration.ofMillis(20)));
        final WebhookRecords records = new WebhookRecords(durability.records(), Duration.ofDays(30));
        private final SignedPost post = new SignedPost(
                OpenAddresses.of(List.of("127.0.0.0/8"), WebhookSettings.NETWORKS), Duration.ofSeconds(5), clock);
        private final WebhookQueue queue = new WebhookQueue(
                durability.queue(WebhookRecords.QUEUE),
                new Delivering(durability, records, post, new KillSwitch(durability, clock), List.of(RETRY), clock));

        Running() {
            queue.start();
        }

        Webhook subscribe(WebhookReceiver receiver) {
            Webhook hook = Webhook.subscribe(
                    "whk-1",
                    URI.create(receiver.url()),
                    List.of("IncidentOpened"),
                    "",
                    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLw8K",
                    Principal.person("alice"),
                    clock.instant());
            durability.commit(Commit.builder().add(records.add(hook)).build());
            return hook;
        }

        String tell(Webhook hook) {
            WebhookRecords.Told told =
                    records.tell(hook, "IncidentOpened", "inc-1", clock.instant(), Map.of(), clock.instant());
            durability.commit(new Commit(List.copyOf(told.operations())));
            return told.delivery().id();
        }

        Delivery delivery(String id) {
            return records.delivery("whk-1", id).orElseThrow();
        }

        @Override
        public void close() throws Exception {
            queue.close();
            post.close();
            durability.close();
        }
    }
}
