package io.acso.platform.durability.aws;

import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.durability.aws.Position.Range;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads records. An index entry lies in one of a few global indexes, so a query of an index asks them all. */
final class DynamoRecordStore implements RecordStore {

    private final Table table;
    private final InstantSource clock;

    DynamoRecordStore(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Item> get(Key key) {
        long now = Values.micros(clock.instant());
        return table.get(key.partition(), key.sort())
                .filter(row -> Records.isLiving(row, now))
                .map(Records::item);
    }

    @Override
    public Page<Item> query(Query query) {
        if (query.limit() < 1) {
            throw new IllegalArgumentException("a query's limit is at least 1, not " + query.limit());
        }
        List<Found> found = new ArrayList<>();
        if (query.index() == null) {
            find(query, found, source(query));
        } else {
            for (int slot = 0; slot < Column.SLOTS; slot++) {
                find(query, found, source(query, query.index(), slot));
            }
            found.sort(query.descending() ? Found.ORDER.reversed() : Found.ORDER);
        }
        boolean more = found.size() > query.limit();
        List<Found> page = more ? found.subList(0, query.limit()) : found;
        return new Page<>(
                page.stream().map(Found::item).toList(), more ? Position.cursor(page.getLast().position) : null);
    }

    /** Where to look: an index, none for the records themselves, and its key columns. */
    private record Source(QueryRequest.Builder request, String sortColumn) {}

    private static Source source(Query query) {
        return new Source(
                request(query, Column.PARTITION, query.partition(), Column.SORT).consistentRead(true), Column.SORT);
    }

    private static Source source(Query query, String index, int slot) {
        String partition = Position.partition(index, query.partition());
        String sort = Column.indexSort(slot);
        return new Source(
                request(query, Column.indexPartition(slot), partition, sort).indexName(Column.index(slot)), sort);
    }

    private static QueryRequest.Builder request(Query query, String column, String partition, String sortColumn) {
        Range range = Range.of(query.sortPrefix(), query.descending(), query.cursor());
        return QueryRequest.builder()
                .keyConditionExpression(column + " = :partition AND " + sortColumn + " BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":partition", Values.text(partition),
                        ":from", Values.text(range.from()),
                        ":to", Values.text(range.to())))
                .scanIndexForward(!query.descending());
    }

    /** Adds one more than the page takes, so that it is known whether there is more. */
    private void find(Query query, List<Found> found, Source source) {
        long now = Values.micros(clock.instant());
        String before = query.cursor() == null ? "" : Position.decoded(query.cursor());
        // One more for the row that the cursor names, and one to know whether there is more.
        source.request.limit(query.limit() + 2);
        int most = found.size() + query.limit() + 1;
        for (Map<String, AttributeValue> row : table.all(() -> source.request.copy())) {
            String position = Values.text(row, source.sortColumn);
            if (!position.equals(before) && Records.isLiving(row, now)) {
                found.add(new Found(Records.item(row), position));
            }
            if (found.size() >= most) {
                return;
            }
        }
    }

    /** An item and its place in the order of the query. */
    private record Found(Item item, String position) {
        static final Comparator<Found> ORDER = (one, other) -> {
            byte[] left = one.position.getBytes(StandardCharsets.UTF_8);
            byte[] right = other.position.getBytes(StandardCharsets.UTF_8);
            return Arrays.compareUnsigned(left, right);
        };
    }
}
