package io.acso.edge.ingest;

import io.acso.domain.kernel.Digest;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what could not be read, with the reason, until it is replayed or discarded. Records lie in a
 * partition per day; the days have a partition of their own.
 */
public final class Quarantine {

    private static final int SCHEMA = 1;
    private static final String DAYS = "quarantine-days";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneOffset.UTC);

    private final Durability durability;
    private final ObjectStore objects;

    public Quarantine(Durability durability, ObjectStore objects) {
        this.durability = durability;
        this.objects = objects;
    }

    /** What is kept, newest day first; the cursor of a page leads to the next. */
    public Page<Quarantined> list(int limit, @Nullable String cursor) {
        List<Quarantined> found = new ArrayList<>();
        for (String day : days()) {
            if (cursor != null && day.compareTo(dayOf(cursor)) > 0) {
                continue;
            }
            @Nullable String at = cursor != null && day.equals(dayOf(cursor)) ? within(cursor) : null;
            Page<Item> page = durability
                    .records()
                    .query(Query.partition(partition(day))
                            .limit(limit - found.size())
                            .after(at));
            page.items().forEach(item -> found.add(item.as(Quarantined.class)));
            if (found.size() >= limit) {
                return new Page<>(found, page.next() == null ? before(day) : day + "|" + page.next());
            }
        }
        return new Page<>(found, null);
    }

    public Optional<Quarantined> find(String id) {
        return item(id).map(item -> item.as(Quarantined.class));
    }

    /** Removes a record for good; false when there is none with that id. */
    public boolean discard(String id) {
        Optional<Item> item = item(id);
        if (item.isEmpty()) {
            return false;
        }
        try {
            durability.commit(Commit.builder()
                    .add(new Commit.Delete(
                            item.get().key(), Commit.Expect.version(item.get().version())))
                    .build());
            return true;
        } catch (CommitConflict changed) {
            return item(id).isEmpty();
        }
    }

    /** The bytes as they came; empty when they were too large to keep. */
    Optional<byte[]> body(Quarantined record) {
        if (record.body() != null) {
            return objects.get(record.body());
        }
        byte[] excerpt = record.excerpt().getBytes(StandardCharsets.UTF_8);
        return excerpt.length == record.size() ? Optional.of(excerpt) : Optional.empty();
    }

    /** Keeps the bytes; the record that describes them is kept by {@link #keep}. */
    Quarantined describe(Fragment fragment, String reason, String origin, Instant time) {
        byte[] bytes = fragment.bytes();
        byte[] first = Arrays.copyOf(bytes, Math.min(bytes.length, Stretch.EXCERPT));
        String excerpt = new String(first, StandardCharsets.UTF_8);
        boolean inline =
                fragment.size() == first.length && Arrays.equals(excerpt.getBytes(StandardCharsets.UTF_8), first);
        @Nullable Digest body = fragment.whole() && !inline ? objects.put(bytes) : null;
        String id = DAY.format(time) + "-" + Digest.of(bytes).hex().substring(0, 24);
        return new Quarantined(id, reason, origin, time, fragment.size(), excerpt, body);
    }

    /** Writes at most {@link #MOST_AT_ONCE} records that {@link #describe} made. */
    void keep(Collection<Quarantined> records) {
        Commit.Builder commit = Commit.builder();
        records.stream()
                .map(record -> dayOf(record.id()))
                .distinct()
                .forEach(day -> commit.overwrite(Item.of(DAYS, day, SCHEMA, day)));
        records.forEach(
                record -> commit.overwrite(Item.of(partition(dayOf(record.id())), record.id(), SCHEMA, record)));
        durability.commit(commit.build());
    }

    static final int MOST_AT_ONCE = 90;

    private Optional<Item> item(String id) {
        return id.length() < 10 ? Optional.empty() : durability.records().get(new Key(partition(dayOf(id)), id));
    }

    private List<String> days() {
        return durability.records().all(Query.partition(DAYS).newestFirst(), Integer.MAX_VALUE).stream()
                .map(item -> item.key().sort())
                .toList();
    }

    private @Nullable String before(String day) {
        return days().stream()
                .filter(other -> other.compareTo(day) < 0)
                .findFirst()
                .map(other -> other + "|")
                .orElse(null);
    }

    private static String partition(String day) {
        return "quarantine#" + day;
    }

    private static String dayOf(String idOrCursor) {
        return idOrCursor.substring(0, Math.min(8, idOrCursor.length()));
    }

    private static @Nullable String within(String cursor) {
        return cursor.length() > 9 ? cursor.substring(9) : null;
    }
}
