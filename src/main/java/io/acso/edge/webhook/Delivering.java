package io.acso.edge.webhook;

import io.acso.core.autonomy.KillSwitch;
import io.acso.domain.kernel.Json;
import io.acso.edge.connector.webhook.SignedPost;
import io.acso.edge.connector.webhook.SignedPost.Sent;
import io.acso.edge.webhook.Delivery.Attempt;
import io.acso.edge.webhook.Delivery.Status;
import io.acso.edge.webhook.WebhookRecords.Errand;
import io.acso.edge.webhook.WebhookRecords.HeldDelivery;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt at one delivery: what is sent, what the log says of it, and whether there is another attempt. */
final class Delivering {

    private static final int GONE = 410;

    private final Durability durability;
    private final WebhookRecords webhooks;
    private final SignedPost post;
    private final KillSwitch killSwitch;
    private final List<Duration> retries;
    private final InstantSource clock;

    Delivering(
            Durability durability,
            WebhookRecords webhooks,
            SignedPost post,
            KillSwitch killSwitch,
            List<Duration> retries,
            InstantSource clock) {
        this.durability = durability;
        this.webhooks = webhooks;
        this.post = post;
        this.killSwitch = killSwitch;
        this.retries = retries;
        this.clock = clock;
    }

    /** Whether nothing may be sent now. */
    boolean stopped() {
        return killSwitch.engaged(KillSwitch.EVERY_AGENT);
    }

    /** A crash in between sends it again, under the same id. */
    void attempt(io.acso.platform.durability.Delivery lent) {
        Errand errand = Json.read(lent.message().body(), Errand.class);
        Commit.Builder commit = Commit.builder().acknowledge(lent);
        Optional<HeldDelivery> held = webhooks.held(errand.webhook(), errand.delivery());
        Optional<WebhookRecords.Held> to = webhooks.find(errand.webhook());
        if (held.isPresent() && to.isPresent() && to.get().webhook().paused() == null) {
            commit.addAll(sent(errand, held.get(), to.get()));
        } else if (held.isPresent()) {
            String why = to.isPresent() ? "the webhook is paused" : "the webhook is deleted";
            Attempt none = new Attempt(clock.instant(), 0, "not sent: " + why);
            commit.add(held.get().put(held.get().delivery().attempted(none, Status.GIVEN_UP, null)));
        }
        durability.commit(commit.build());
    }

    private List<Commit.Operation> sent(Errand errand, HeldDelivery held, WebhookRecords.Held to) {
        Delivery delivery = held.delivery();
        Webhook webhook = to.webhook();
        Sent sent = post.send(webhook.url(), delivery.id(), delivery.body(), webhook.signing(clock.instant()));
        Instant now = clock.instant();
        Attempt attempt = attempt(sent, now);
        if (attempt.status() >= 200 && attempt.status() < 300) {
            return List.of(held.put(delivery.attempted(attempt, Status.DELIVERED, null)));
        }
        if (attempt.status() == GONE) {
            return List.of(
                    held.put(delivery.attempted(attempt, Status.GIVEN_UP, null)),
                    to.put(webhook.pause("the receiver answered 410: it wants no more")));
        }
        @Nullable Instant again = errand.attempt() < retries.size() ? now.plus(retries.get(errand.attempt())) : null;
        if (again == null) {
            return List.of(held.put(delivery.attempted(attempt, Status.GIVEN_UP, null)));
        }
        Errand next = new Errand(webhook.id(), delivery.id(), errand.attempt() + 1);
        String name = delivery.id() + "/" + now.toEpochMilli();
        return List.of(
                held.put(delivery.attempted(attempt, Status.WAITING, again)),
                new Commit.Schedule(new Timer("webhook#" + name, again, WebhookRecords.QUEUE, next.message(name))));
    }

    private static Attempt attempt(Sent sent, Instant now) {
        return switch (sent) {
            case Sent.Answered answered -> new Attempt(now, answered.status(), "answered " + answered.status());
            case Sent.Unanswered lost -> new Attempt(now, 0, lost.why());
            case Sent.Closed closed -> new Attempt(now, 0, closed.why());
        };
    }
}
