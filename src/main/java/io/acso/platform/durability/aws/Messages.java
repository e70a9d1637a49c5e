package io.acso.platform.durability.aws;

import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Message.Priority;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A message is one item for all its life: waiting, lent, dead, and at last, without its body, the memory that it was
 * handled. Its key is its id, so a copy cannot be sent; its place orders it among those that wait, or among the dead.
 */
final class Messages {

    private static final String WAITING = "a";
    private static final String DEAD = "d";
    private static final String SEPARATOR = "\u001f";

    private final Table table;
    private final Stamps stamps;
    private final Duration inboxRetention;

    Messages(Table table, Stamps stamps, Duration inboxRetention) {
        this.table = table;
        this.stamps = stamps;
        this.inboxRetention = inboxRetention;
    }

    /** Puts the message into the queue, unless one of that id waits, is dead or was handled lately. */
    Write send(String queue, Message message, long now) {
        Map<String, AttributeValue> item = new HashMap<>(Values.key(Column.queue(queue), message.id()));
        item.putAll(envelope(message));
        long stamp = stamp(queue, message);
        item.put(Column.PLACE, Values.text(place(message.priority(), stamp)));
        if (message.group() != null) {
            item.put(Column.LINE, Values.text(line(message.group(), stamp)));
        }
        item.put(Column.SENT, Values.number(now));
        item.put(Column.AT, Values.number(now));
        return Write.orNothing(TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk) OR #done <= :forgotten")
                        .expressionAttributeNames(Map.of("#done", Column.DONE))
                        .expressionAttributeValues(Map.of(":forgotten", Values.number(now - retention()))))
                .build());
    }

    /** Ends the message, whose delivery must still hold it. */
    Write acknowledge(Delivery delivery, long now) {
        Update update = handled(now)
                .where(Column.RECEIPT, Values.text(delivery.receipt()))
                .whereAfter(Column.AT, now);
        return Write.orConflict(
                update.item(table.name(), key(delivery)),
                "the lease of message %s from queue %s was lost"
                        .formatted(delivery.message().id(), delivery.queue()));
    }

    Write purge(String queue, String id, long now) {
        return Write.orConflict(
                handled(now).whereBegins(Column.PLACE, DEAD).item(table.name(), Values.key(Column.queue(queue), id)),
                noDeadLetter(queue, id));
    }

    Write redrive(String queue, String id, long now) {
        Map<String, AttributeValue> dead = table.get(Column.queue(queue), id)
                .filter(item ->
                        Values.optionalText(item, Column.PLACE).orElse("").startsWith(DEAD))
                .orElseThrow(() -> new CommitConflict(noDeadLetter(queue, id)));
        Message message = message(dead);
        long stamp = stamp(queue, message);
        Update update = new Update()
                .set(Column.PLACE, place(message.priority(), stamp))
                .set(Column.SENT, now)
                .set(Column.AT, now)
                .remove(Column.ATTEMPTS, Column.CAUSE, Column.SINCE)
                .where(Column.PLACE, Values.text(Values.text(dead, Column.PLACE)));
        if (message.group() != null) {
            update.set(Column.LINE, line(message.group(), stamp));
        }
        return Write.orConflict(
                update.item(table.name(), Values.key(Column.queue(queue), id)), noDeadLetter(queue, id));
    }

    /** What remains is the memory of the id, until it is forgotten. */
    private Update handled(long now) {
        return new Update()
                .set(Column.DONE, now)
                .set(Column.TTL, (now + retention()) / 1_000_000 + 1)
                .remove(
                        Column.PLACE,
                        Column.LINE,
                        Column.BODY,
                        Column.AT,
                        Column.RECEIPT,
                        Column.CAUSE,
                        Column.SINCE,
                        Column.TRACE,
                        Column.CORRELATION);
    }

    /** Gives the message up. */
    static Update buried(String cause, long now, String place) {
        return new Update()
                .set(Column.PLACE, DEAD + Values.ordered(now) + Values.ordered(stampOf(place)))
                .set(Column.CAUSE, cause)
                .set(Column.SINCE, now)
                .remove(Column.LINE, Column.RECEIPT);
    }

    private long retention() {
        return inboxRetention.toMillis() * 1_000;
    }

    /** Within a group the order is that of commits, whatever the clocks of their processes say. */
    private long stamp(String queue, Message message) {
        return message.group() == null
                ? stamps.next()
                : stamps.after(inGroup(queue, message.group(), false)
                        .map(last -> stampOf(Values.text(last, Column.LINE)))
                        .orElse(0L));
    }

    /** The first or the last message of a group that is neither handled nor dead. */
    Optional<Map<String, AttributeValue>> inGroup(String queue, String group, boolean first) {
        List<Map<String, AttributeValue>> found = table.page(QueryRequest.builder()
                        .indexName(Column.BY_LINE)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :queue AND begins_with(line, :group)")
                        .expressionAttributeValues(Map.of(
                                ":queue", Values.text(Column.queue(queue)), ":group", Values.text(group + SEPARATOR)))
                        .scanIndexForward(first)
                        .limit(1))
                .items();
        return found.stream().findFirst();
    }

    /** What waits or is lent, in the order of receiving; without bodies. */
    Iterable<Map<String, AttributeValue>> waiting(String queue) {
        return table.all(() -> placed(queue, WAITING));
    }

    static QueryRequest.Builder dead(String queue) {
        return placed(queue, DEAD);
    }

    private static QueryRequest.Builder placed(String queue, String prefix) {
        return QueryRequest.builder()
                .indexName(Column.BY_PLACE)
                .consistentRead(true)
                .keyConditionExpression("pk = :queue AND begins_with(place, :prefix)")
                .expressionAttributeValues(
                        Map.of(":queue", Values.text(Column.queue(queue)), ":prefix", Values.text(prefix)));
    }

    static boolean isDead(Map<String, AttributeValue> item) {
        return Values.optionalText(item, Column.PLACE).orElse("").startsWith(DEAD);
    }

    private static String place(Priority priority, long stamp) {
        return WAITING + priority.ordinal() + Values.ordered(stamp);
    }

    private static String line(String group, long stamp) {
        return group + SEPARATOR + Values.ordered(stamp);
    }

    /** The number at the end of a place or line. */
    static long stampOf(String place) {
        return Long.parseLong(place.substring(place.length() - 19));
    }

    static Map<String, AttributeValue> key(Delivery delivery) {
        return Values.key(Column.queue(delivery.queue()), delivery.message().id());
    }

    static Map<String, AttributeValue> envelope(Message message) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(Column.TYPE, Values.text(message.type()));
        item.put(Column.PRIORITY, Values.text(message.priority().name()));
        item.put(Column.CORRELATION, Values.text(message.correlationId()));
        item.put(Column.SCHEMA, Values.number(message.schemaVersion()));
        item.put(Column.BODY, Values.text(message.body()));
        Values.putIfPresent(item, Column.GROUP, message.group());
        Values.putIfPresent(item, Column.TRACE, message.traceparent());
        return item;
    }

    /** @param item of a message, whose id is its sort key */
    static Message message(Map<String, AttributeValue> item) {
        return message(Values.text(item, Column.SORT), item);
    }

    static Message message(String id, Map<String, AttributeValue> item) {
        return new Message(
                id,
                Values.text(item, Column.TYPE),
                Values.optionalText(item, Column.GROUP).orElse(null),
                Priority.valueOf(Values.text(item, Column.PRIORITY)),
                Values.text(item, Column.CORRELATION),
                Values.optionalText(item, Column.TRACE).orElse(null),
                (int) Values.number(item, Column.SCHEMA),
                Values.text(item, Column.BODY));
    }

    private static String noDeadLetter(String queue, String id) {
        return "queue %s has no dead letter %s".formatted(queue, id);
    }
}
