package io.acso.edge.webhook;

import io.acso.domain.kernel.Principal;
import io.acso.edge.connector.webhook.SignedPost;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to changes.
 *
 * @param kinds of change that are told, such as {@code IncidentOpened}; all when empty
 * @param paused why nothing is sent now; null when it is
 * @param secrets the newest first; the one before it signs too, for a while
 */
public record Webhook(
        String id,
        URI url,
        List<String> kinds,
        String description,
        @Nullable String paused,
        List<Secret> secrets,
        Principal by,
        Instant created) {

    /** How long a replaced secret goes on signing, so that the receiver can change over. */
    static final Duration OVERLAP = Duration.ofHours(24);

    /** @param until from when on it signs no more; null for the newest */
    public record Secret(String value, @Nullable Instant until) {
        @Override
        public String toString() {
            return "Secret[until " + until + "]";
        }
    }

    public Webhook {
        kinds = List.copyOf(kinds);
        secrets = List.copyOf(secrets);
    }

    /** @throws IllegalArgumentException when the secret is none to sign with */
    public static Webhook subscribe(
            String id, URI url, List<String> kinds, String description, String secret, Principal by, Instant now) {
        SignedPost.checkSecret(secret);
        return new Webhook(id, url, kinds, description, null, List.of(new Secret(secret, null)), by, now);
    }

    /** With other wishes. */
    public Webhook changed(URI newUrl, List<String> newKinds, String newDescription, @Nullable String newPaused) {
        return new Webhook(id, newUrl, newKinds, newDescription, newPaused, secrets, by, created);
    }

    /** Nothing is sent until somebody goes on with it. */
    public Webhook pause(String why) {
        return changed(url, kinds, description, why);
    }

    /** With a new secret. */
    public Webhook rekeyed(String secret, Instant now) {
        SignedPost.checkSecret(secret);
        Secret old = new Secret(secrets.getFirst().value(), now.plus(OVERLAP));
        return new Webhook(id, url, kinds, description, paused, List.of(new Secret(secret, null), old), by, created);
    }

    /** The secrets that sign at that time. */
    List<String> signing(Instant now) {
        return secrets.stream()
                .filter(secret -> secret.until() == null || now.isBefore(secret.until()))
                .map(Secret::value)
                .toList();
    }

    boolean wants(String kind) {
        return paused == null
                && (kinds.isEmpty()
                        || Stream.concat(kinds.stream(), Stream.of("Missed")).anyMatch(kind::equals));
    }
}
