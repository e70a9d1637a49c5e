package io.acso.edge.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change told to one webhook, and what came of it.
 *
 * @param id the same for each attempt; sorts by time
 * @param body as it is sent, JSON
 * @param next when it is tried again; null when it is not
 */
public record Delivery(
        String id,
        String webhookId,
        String kind,
        String subject,
        String body,
        Instant created,
        Status status,
        List<Attempt> attempts,
        @Nullable Instant next) {

    /** As many as are kept: the retries of a replay or two. */
    private static final int MOST_ATTEMPTS = 30;

    /** How it stands. */
    public enum Status {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    /** @param status what the receiver answered; 0 when it did not */
    public record Attempt(Instant at, int status, String detail) {}

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    Delivery attempted(Attempt attempt, Status now, @Nullable Instant again) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        List<Attempt> kept = all.subList(Math.max(0, all.size() - MOST_ATTEMPTS), all.size());
        return new Delivery(id, webhookId, kind, subject, body, created, now, kept, again);
    }

    Delivery again(Instant now) {
        return new Delivery(id, webhookId, kind, subject, body, created, Status.WAITING, attempts, now);
    }
}
