package io.acso.platform.durability.aws;

import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Messages that were given up, the one given up first first. */
final class DeadLetters {

    private final Table table;

    DeadLetters(Table table) {
        this.table = table;
    }

    Page<DeadLetter> page(String queue, int limit, @Nullable String cursor) {
        if (limit < 1) {
            throw new IllegalArgumentException("a page's limit is at least 1, not " + limit);
        }
        QueryRequest.Builder query =
                Messages.dead(queue).select(Select.ALL_ATTRIBUTES).limit(limit + 1);
        if (cursor != null) {
            query.exclusiveStartKey(start(queue, cursor));
        }
        QueryRequest.Builder start = query;
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        for (Map<String, AttributeValue> item : table.all(start::copy)) {
            found.add(item);
            if (found.size() > limit) {
                break;
            }
        }
        boolean more = found.size() > limit;
        List<Map<String, AttributeValue>> page = more ? found.subList(0, limit) : found;
        return new Page<>(
                page.stream().map(item -> letter(queue, item)).toList(), more ? cursor(page.getLast()) : null);
    }

    Optional<DeadLetter> find(String queue, String id) {
        return table.get(Column.queue(queue), id).filter(Messages::isDead).map(item -> letter(queue, item));
    }

    /** Its place and its id. */
    private static String cursor(Map<String, AttributeValue> item) {
        return Position.cursor(Values.text(item, Column.PLACE) + " " + Values.text(item, Column.SORT));
    }

    private static Map<String, AttributeValue> start(String queue, String cursor) {
        String[] parts = Position.decoded(cursor).split(" ", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("not a cursor of dead letters: '" + cursor + "'; begin without one");
        }
        Map<String, AttributeValue> start = new HashMap<>(Values.key(Column.queue(queue), parts[1]));
        start.put(Column.PLACE, Values.text(parts[0]));
        return start;
    }

    private static DeadLetter letter(String queue, Map<String, AttributeValue> item) {
        return new DeadLetter(
                queue,
                Messages.message(item),
                (int) Values.number(item, Column.ATTEMPTS),
                Values.text(item, Column.CAUSE),
                Values.instant(Values.number(item, Column.SENT)),
                Values.instant(Values.number(item, Column.SINCE)));
    }
}
