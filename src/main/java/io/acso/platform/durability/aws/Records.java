package io.acso.platform.durability.aws;

import io.acso.platform.durability.Commit.Expect;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Records as items, and what is expected of them as conditions. */
final class Records {

    /** An expectation in DynamoDB's words. */
    private record Condition(String expression, Map<String, String> names, Map<String, AttributeValue> values) {
        static Condition version(long version, long now) {
            return new Condition(
                    "#version = :version AND (attribute_not_exists(#expires) OR #expires > :now)",
                    Map.of("#version", Column.VERSION, "#expires", Column.EXPIRES),
                    Map.of(":version", Values.number(version), ":now", Values.number(now)));
        }

        static Condition absent(long now) {
            return new Condition(
                    "attribute_not_exists(pk) OR #expires <= :now",
                    Map.of("#expires", Column.EXPIRES),
                    Map.of(":now", Values.number(now)));
        }
    }

    private final String table;

    Records(String table) {
        this.table = table;
    }

    Write put(Item item, Expect expected, long now) {
        return switch (expected) {
            case Expect.Absent() -> put(item, 1, Condition.absent(now), expected);
            case Expect.Version version ->
                put(item, version.version() + 1, Condition.version(version.version(), now), expected);
            case Expect.Anything() -> overwrite(item);
        };
    }

    private Write put(Item item, long version, Condition condition, Expect expected) {
        Map<String, AttributeValue> attributes = attributes(item);
        attributes.putAll(Values.key(item.key().partition(), item.key().sort()));
        attributes.put(Column.VERSION, Values.number(version));
        return conflicting(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table)
                                .item(attributes)
                                .conditionExpression(condition.expression)
                                .expressionAttributeNames(condition.names)
                                .expressionAttributeValues(condition.values)
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)),
                item.key(),
                expected);
    }

    /** Counts the version on from whatever is there. */
    private Write overwrite(Item item) {
        Map<String, AttributeValue> attributes = attributes(item);
        Update update = new Update().counting(Column.VERSION);
        attributes.forEach(update::set);
        optional().stream().filter(column -> !attributes.containsKey(column)).forEach(update::remove);
        return Write.orConflict(
                update.item(table, Values.key(item.key().partition(), item.key().sort())),
                "overwriting cannot conflict");
    }

    Write delete(Key key, Expect expected, long now) {
        return conflicting(
                TransactWriteItem.builder().delete(delete -> {
                    delete.tableName(table)
                            .key(Values.key(key.partition(), key.sort()))
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
                    conditions(expected, now)
                            .forEach(condition -> delete.conditionExpression(condition.expression)
                                    .expressionAttributeNames(condition.names)
                                    .expressionAttributeValues(condition.values));
                }),
                key,
                expected);
    }

    /** Nothing when nothing is expected. */
    List<Write> check(Key key, Expect expected, long now) {
        return conditions(expected, now).stream()
                .map(condition -> conflicting(
                        TransactWriteItem.builder()
                                .conditionCheck(check -> check.tableName(table)
                                        .key(Values.key(key.partition(), key.sort()))
                                        .conditionExpression(condition.expression)
                                        .expressionAttributeNames(condition.names)
                                        .expressionAttributeValues(condition.values)
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD)),
                        key,
                        expected))
                .toList();
    }

    private static List<Condition> conditions(Expect expected, long now) {
        return switch (expected) {
            case Expect.Absent() -> List.of(Condition.absent(now));
            case Expect.Version version -> List.of(Condition.version(version.version(), now));
            case Expect.Anything() -> List.of();
        };
    }

    private static Write conflicting(TransactWriteItem.Builder item, Key key, Expect expected) {
        Function<Map<String, AttributeValue>, CommitConflict> refusal =
                found -> new CommitConflict("record %s / %s is at version %d, expected %s"
                        .formatted(key.partition(), key.sort(), Values.number(found, Column.VERSION), expected));
        return new Write(item.build(), refusal);
    }

    /** All but key and version. */
    private static Map<String, AttributeValue> attributes(Item item) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put(Column.SCHEMA, Values.number(item.schemaVersion()));
        attributes.put(Column.BODY, Values.bytes(item.body()));
        if (item.expires() != null) {
            attributes.put(Column.EXPIRES, Values.number(Values.micros(item.expires())));
            attributes.put(Column.TTL, Values.number(item.expires().getEpochSecond() + 1));
        }
        if (!item.indexes().isEmpty()) {
            attributes.put(Column.INDEXES, indexes(item.indexes()));
            Map<String, Key> sorted = new TreeMap<>(item.indexes());
            int slot = 0;
            for (Map.Entry<String, Key> index : sorted.entrySet()) {
                attributes.put(
                        Column.indexPartition(slot),
                        Values.text(Position.partition(
                                index.getKey(), index.getValue().partition())));
                attributes.put(
                        Column.indexSort(slot),
                        Values.text(Position.in(index.getValue().sort(), item.key())));
                slot++;
            }
        }
        return attributes;
    }

    private static List<String> optional() {
        List<String> columns = new ArrayList<>(List.of(Column.EXPIRES, Column.TTL, Column.INDEXES));
        for (int slot = 0; slot < Column.SLOTS; slot++) {
            columns.add(Column.indexPartition(slot));
            columns.add(Column.indexSort(slot));
        }
        return columns;
    }

    private static AttributeValue indexes(Map<String, Key> indexes) {
        Map<String, AttributeValue> entries = new HashMap<>();
        indexes.forEach((name, key) -> entries.put(
                name, AttributeValue.fromL(List.of(Values.text(key.partition()), Values.text(key.sort())))));
        return AttributeValue.fromM(entries);
    }

    /** Whether the record counts as being there. */
    static boolean isLiving(Map<String, AttributeValue> row, long now) {
        return !row.containsKey(Column.EXPIRES) || Values.number(row, Column.EXPIRES) > now;
    }

    static Item item(Map<String, AttributeValue> row) {
        Map<String, Key> indexes = new HashMap<>();
        AttributeValue entries = row.get(Column.INDEXES);
        if (entries != null) {
            entries.m()
                    .forEach((name, key) -> indexes.put(
                            name,
                            new Key(key.l().getFirst().s(), key.l().getLast().s())));
        }
        return new Item(
                new Key(Values.text(row, Column.PARTITION), Values.text(row, Column.SORT)),
                Values.number(row, Column.VERSION),
                (int) Values.number(row, Column.SCHEMA),
                Values.bytes(row, Column.BODY),
                indexes,
                row.containsKey(Column.EXPIRES) ? Values.instant(Values.number(row, Column.EXPIRES)) : null);
    }
}
