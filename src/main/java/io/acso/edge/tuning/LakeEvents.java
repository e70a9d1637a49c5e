package io.acso.edge.tuning;

import io.acso.edge.ingest.Piece;
import io.acso.platform.lake.Lake;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** All events of a lake, in the order of their ids, some thousands at a time. */
public final class LakeEvents implements Iterable<Piece> {

    private static final int AT_ONCE = 10_000;
    private static final Lake.Limits LIMITS = new Lake.Limits(Duration.ofMinutes(5), AT_ONCE);

    private final Lake lake;

    public LakeEvents(Lake lake) {
        this.lake = lake;
    }

    @Override
    public Iterator<Piece> iterator() {
        return new Pages();
    }

    private final class Pages implements Iterator<Piece> {
        private @Nullable String last = "";
        private List<List<@Nullable Object>> rows = List.of();

        @Override
        public boolean hasNext() {
            if (rows.isEmpty() && last != null) {
                String sql = "SELECT event_id, raw FROM events WHERE event_id > '%s' ORDER BY event_id LIMIT %d"
                        .formatted(last.replace("'", "''"), AT_ONCE);
                rows = lake.query(sql, LIMITS).rows();
                last = rows.isEmpty() ? null : String.valueOf(rows.getLast().getFirst());
            }
            return !rows.isEmpty();
        }

        @Override
        public Piece next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<byte[]> records = new ArrayList<>();
            rows.forEach(row -> records.add(String.valueOf(row.get(1)).getBytes(StandardCharsets.UTF_8)));
            rows = List.of();
            return Piece.ofJson(records);
        }
    }
}
