package io.acso.platform.durability.aws;

import io.acso.platform.durability.LedgerLeaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Ledger leaves. A commit leaves them pending, stamped; they get their numbers afterwards, some at a time, in a
 * transaction that also moves the next number, so that of several processes at it one succeeds.
 */
final class Leaves {

    /** Each takes two items of a transaction of 100, and the next number one. */
    private static final int MOST_AT_ONCE = 49;

    private static final long CHUNK = 100_000;
    private static final String HEAD = "leaves";

    private final Table table;
    private final Stamps stamps;

    Leaves(Table table, Stamps stamps) {
        this.table = table;
        this.stamps = stamps;
    }

    Write append(byte[] entry) {
        String order = Values.ordered(stamps.next()) + "-" + UUID.randomUUID();
        return Write.orConflict(put(Column.PENDING_LEAVES, order, entry), "a leaf of that order exists");
    }

    /** Numbers what is pending. */
    void integrate() {
        while (true) {
            List<Map<String, AttributeValue>> pending = pending();
            if (pending.isEmpty()) {
                return;
            }
            integrate(pending);
        }
    }

    private List<Map<String, AttributeValue>> pending() {
        return table.page(QueryRequest.builder()
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pending")
                        .expressionAttributeValues(Map.of(":pending", Values.text(Column.PENDING_LEAVES)))
                        .limit(MOST_AT_ONCE))
                .items();
    }

    /** When another process was faster, nothing. */
    private void integrate(List<Map<String, AttributeValue>> pending) {
        long next = next();
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            Map<String, AttributeValue> leaf = pending.get(i);
            long sequence = next + i;
            writes.add(Write.orConflict(remove(leaf), "the leaf was numbered"));
            writes.add(Write.orConflict(
                    put(Column.leaves(sequence / CHUNK), Values.ordered(sequence), Values.bytes(leaf, Column.BODY)),
                    "the number was taken"));
        }
        Update head = new Update().set(Column.NEXT, next + pending.size());
        head = next == 0 ? head.whereAbsent(Column.NEXT) : head.where(Column.NEXT, Values.number(next));
        writes.add(Write.orConflict(head.item(table.name(), Values.key(Column.SYSTEM, HEAD)), "another was faster"));
        table.transacted(writes);
    }

    private long next() {
        return table.get(Column.SYSTEM, HEAD)
                .map(head -> Values.number(head, Column.NEXT))
                .orElse(0L);
    }

    List<LedgerLeaf> read(long sequence, int max) {
        integrate();
        List<LedgerLeaf> leaves = new ArrayList<>();
        long chunk = sequence / CHUNK;
        while (leaves.size() < max) {
            int before = leaves.size();
            read(chunk, sequence + before, max, leaves);
            boolean chunkEnds = (sequence + leaves.size()) / CHUNK > chunk;
            if (!chunkEnds) {
                return leaves;
            }
            chunk++;
        }
        return leaves;
    }

    private void read(long chunk, long from, int max, List<LedgerLeaf> leaves) {
        QueryRequest.Builder query = QueryRequest.builder()
                .consistentRead(true)
                .keyConditionExpression("pk = :chunk AND sk >= :from")
                .expressionAttributeValues(
                        Map.of(":chunk", Values.text(Column.leaves(chunk)), ":from", Values.text(Values.ordered(from))))
                .limit(Math.min(1_000, max - leaves.size()));
        for (Map<String, AttributeValue> item : table.all(query::copy)) {
            leaves.add(new LedgerLeaf(Long.parseLong(Values.text(item, Column.SORT)), Values.bytes(item, Column.BODY)));
            if (leaves.size() == max) {
                return;
            }
        }
    }

    private TransactWriteItem put(String partition, String sort, byte[] entry) {
        Map<String, AttributeValue> item = new HashMap<>(Values.key(partition, sort));
        item.put(Column.BODY, Values.bytes(entry));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private TransactWriteItem remove(Map<String, AttributeValue> leaf) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(Values.key(Column.PENDING_LEAVES, Values.text(leaf, Column.SORT)))
                        .conditionExpression("attribute_exists(pk)"))
                .build();
    }
}
