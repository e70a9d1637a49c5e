package io.acso.core.autonomy;

import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts the intents of each execution, and of each kind over the last sixty minutes. A count is written in the
 * commit of the intent, at the version it was decided on: two intents never both take the last place under a cap.
 */
final class Caps {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int SCHEMA_VERSION = 1;
    /** Far above any sensible cap; a longer record would only grow. */
    private static final int MOST_TIMES = 2000;

    private final Durability durability;

    Caps(Durability durability) {
        this.durability = durability;
    }

    record InExecution(long actions) {}

    /** Times in milliseconds since 1970. */
    record OfKind(List<Long> times) {}

    /** The counts at one moment. */
    record Counts(Item execution, Item kind, long inExecution, List<Long> recent) {

        long inLastHour() {
            return recent.size();
        }

        /** Without an intent that was counted then: it is not before itself. */
        Counts without(Instant counted) {
            List<Long> others = new ArrayList<>(recent);
            others.remove((Object) counted.toEpochMilli());
            return new Counts(execution, kind, Math.max(0, inExecution - 1), others);
        }

        /** One more, now. */
        List<Commit.Put> plusOne(Instant now) {
            List<Long> times = Stream.concat(recent.stream(), Stream.of(now.toEpochMilli()))
                    .skip(Math.max(0, recent.size() + 1 - MOST_TIMES))
                    .toList();
            return List.of(put(execution, new InExecution(inExecution + 1)), put(kind, new OfKind(times)));
        }

        private static Commit.Put put(Item read, Object body) {
            Item next = new Item(read.key(), read.version(), SCHEMA_VERSION, Json.bytes(body), read.indexes());
            return new Commit.Put(next, Commit.Expect.version(read.version()));
        }
    }

    Counts count(String executionId, String kind, Instant now) {
        Item execution = read("cap-execution/" + executionId, new InExecution(0));
        Item ofKind = read("cap-kind/" + kind, new OfKind(List.of()));
        long from = now.minus(WINDOW).toEpochMilli();
        List<Long> recent = ofKind.as(OfKind.class).times().stream()
                .filter(time -> time > from)
                .toList();
        return new Counts(execution, ofKind, execution.as(InExecution.class).actions(), recent);
    }

    private Item read(String partition, Object nothing) {
        return durability
                .records()
                .get(new Key(partition, "count"))
                .orElseGet(() -> Item.of(partition, "count", SCHEMA_VERSION, nothing));
    }
}
