package io.acso.platform.durability.aws;

import io.acso.platform.durability.Key;
import io.acso.platform.durability.StoredBodies;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The bodies in the table, by a scan; where it stands is the key of the last item. The ledger's are left alone. */
final class StoredItems implements StoredBodies {

    private static final String QUEUE = Column.queue("");
    private static final String LEAVES = "\u0001leaves";

    /** Parts a partition from a sort key, neither of which holds it. */
    private static final String SEPARATOR = "\u0000";

    private final Table table;

    StoredItems(Table table) {
        this.table = table;
    }

    @Override
    public @Nullable String rewrite(@Nullable String after, int most, Rewriter rewriter) {
        ScanResponse page = table.call(dynamo -> dynamo.scan(scan -> scan.tableName(table.name())
                .consistentRead(true)
                .limit(most)
                .exclusiveStartKey(after == null ? null : key(after))));
        for (Map<String, AttributeValue> item : page.items()) {
            if (item.containsKey(Column.BODY)) {
                rewrite(item, rewriter);
            }
        }
        return page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty()
                ? Values.text(page.lastEvaluatedKey(), Column.PARTITION)
                        + SEPARATOR
                        + Values.text(page.lastEvaluatedKey(), Column.SORT)
                : null;
    }

    private static Map<String, AttributeValue> key(String after) {
        int at = after.indexOf(SEPARATOR);
        return Values.key(after.substring(0, at), after.substring(at + 1));
    }

    private void rewrite(Map<String, AttributeValue> item, Rewriter rewriter) {
        String partition = Values.text(item, Column.PARTITION);
        if (partition.startsWith(QUEUE)) {
            message(item, partition.substring(QUEUE.length()), Values.text(item, Column.SORT), rewriter);
        } else if (partition.equals(Column.TIMERS)) {
            message(item, Values.text(item, Column.QUEUE), Values.text(item, Timers.MESSAGE), rewriter);
        } else if (!partition.startsWith(LEAVES)) {
            record(item, partition, rewriter);
        }
    }

    private void message(Map<String, AttributeValue> item, String queue, String id, Rewriter rewriter) {
        String before = Values.text(item, Column.BODY);
        String changed = rewriter.message(queue, id, before);
        if (!changed.equals(before)) {
            replace(item, Values.text(before), Values.text(changed));
        }
    }

    private void record(Map<String, AttributeValue> item, String partition, Rewriter rewriter) {
        byte[] before = Values.bytes(item, Column.BODY);
        Key key = new Key(partition, Values.text(item, Column.SORT));
        byte[] changed = rewriter.record(key, (int) Values.number(item, Column.SCHEMA), before);
        if (!Arrays.equals(changed, before)) {
            replace(item, Values.bytes(before), Values.bytes(changed));
        }
    }

    /** Unless the item changed or went meanwhile. */
    private void replace(Map<String, AttributeValue> item, AttributeValue before, AttributeValue changed) {
        table.update(UpdateItemRequest.builder()
                .key(Values.key(Values.text(item, Column.PARTITION), Values.text(item, Column.SORT)))
                .updateExpression("SET body = :changed")
                .conditionExpression("body = :before")
                .expressionAttributeValues(Map.of(":before", before, ":changed", changed)));
    }
}
