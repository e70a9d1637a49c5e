package io.acso.platform.durability.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Collects what an update sets and removes, and its condition. Columns are named {@code #column} in a condition. */
final class Update {

    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private @Nullable String condition;

    Update set(String column, AttributeValue value) {
        sets.add(name(column) + " = :" + column);
        values.put(":" + column, value);
        return this;
    }

    Update set(String column, long value) {
        return set(column, Values.number(value));
    }

    Update set(String column, String value) {
        return set(column, Values.text(value));
    }

    /** One more than before, from 0. */
    Update counting(String column) {
        sets.add("%1$s = if_not_exists(%1$s, :zero) + :one".formatted(name(column)));
        values.put(":zero", Values.number(0));
        values.put(":one", Values.number(1));
        return this;
    }

    Update remove(String... columns) {
        for (String column : columns) {
            removes.add(name(column));
        }
        return this;
    }

    /** Holds where the column is this. Several conditions must all hold. */
    Update where(String column, AttributeValue is) {
        values.put(":is_" + column, is);
        return when(name(column) + " = :is_" + column);
    }

    Update whereAfter(String column, long than) {
        values.put(":than_" + column, Values.number(than));
        return when(name(column) + " > :than_" + column);
    }

    Update whereNotAfter(String column, long than) {
        values.put(":than_" + column, Values.number(than));
        return when(name(column) + " <= :than_" + column);
    }

    Update whereAbsent(String column) {
        return when("attribute_not_exists(" + name(column) + ")");
    }

    Update whereBegins(String column, String prefix) {
        values.put(":begins_" + column, Values.text(prefix));
        return when("begins_with(" + name(column) + ", :begins_" + column + ")");
    }

    private Update when(String holds) {
        condition = condition == null ? holds : condition + " AND " + holds;
        return this;
    }

    private String name(String column) {
        names.put("#" + column, column);
        return "#" + column;
    }

    private String expression() {
        String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
        return removes.isEmpty() ? set : set + " REMOVE " + String.join(", ", removes);
    }

    TransactWriteItem item(String table, Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key)
                        .updateExpression(expression())
                        .conditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    UpdateItemRequest.Builder request(Map<String, AttributeValue> key) {
        return UpdateItemRequest.builder()
                .key(key)
                .updateExpression(expression())
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }
}
