package io.acso.edge.api.rest;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.RecordStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Remembers what a request with an Idempotency-Key was answered, so that its repetition changes nothing. */
@Component
final class Idempotency {

    static final String HEADER = "Idempotency-Key";

    private static final int SCHEMA_VERSION = 1;
    private static final int LONGEST_KEY = 255;

    /** Longer than any client goes on trying. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final RecordStore records;
    private final InstantSource clock;

    Idempotency(RecordStore records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * A request that may come again.
     *
     * @param key the caller's; null when there is none
     * @param what method, path and body: the same key for something else is a mistake
     */
    record Ask(Principal by, @Nullable String key, String what) {}

    record Answer(String what, int status, @Nullable String location, JsonNode body) {}

    /** Whether something was answered under this key, whatever was asked. */
    boolean knows(Principal by, String key) {
        return records.get(keyOf(new Ask(by, key, ""))).isPresent();
    }

    /** The answer that was given before. */
    Optional<Answer> recall(Ask ask) {
        if (ask.key() == null) {
            return Optional.empty();
        }
        if (ask.key().isBlank() || ask.key().length() > LONGEST_KEY) {
            throw Problems.badRequest(
                    "bad-idempotency-key", "an Idempotency-Key has 1 to " + LONGEST_KEY + " characters");
        }
        Optional<Answer> before = records.get(keyOf(ask)).map(item -> item.as(Answer.class));
        if (before.isPresent() && !before.get().what().equals(fingerprint(ask))) {
            throw Problems.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "this Idempotency-Key was used for another request: take a new one for each request");
        }
        return before;
    }

    /** The record to commit with the effect; nothing when the caller gave no key. */
    Optional<Item> remember(Ask ask, int status, @Nullable String location, Object body) {
        if (ask.key() == null) {
            return Optional.empty();
        }
        Key key = keyOf(ask);
        Answer answer = new Answer(fingerprint(ask), status, location, Json.MAPPER.valueToTree(body));
        return Optional.of(Item.of(key.partition(), key.sort(), SCHEMA_VERSION, answer)
                .expiring(clock.instant().plus(REMEMBERED)));
    }

    private static Key keyOf(Ask ask) {
        return new Key("idempotency#" + Digest.id("key", ask.by().toString(), String.valueOf(ask.key())), "answer");
    }

    private static String fingerprint(Ask ask) {
        return Digest.ofParts(ask.what()).hex();
    }
}
