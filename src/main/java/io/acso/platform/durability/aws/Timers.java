package io.acso.platform.durability.aws;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Messages that wait for their time, ordered by it. */
final class Timers {

    private static final int AT_ONCE = 20;

    /** The id of a timer's message; the timer's own id is its key. */
    static final String MESSAGE = "message";

    private final Table table;
    private final Messages messages;

    /** The earliest timer known of in this process; zero when that must be looked up. */
    private final AtomicLong next = new AtomicLong();

    Timers(Table table, Messages messages) {
        this.table = table;
        this.messages = messages;
    }

    Write schedule(Timer timer) {
        Map<String, AttributeValue> item = new HashMap<>(Values.key(Column.TIMERS, timer.id()));
        item.putAll(Messages.envelope(timer.message()));
        item.put(MESSAGE, Values.text(timer.message().id()));
        item.put(Column.QUEUE, Values.text(timer.queue()));
        item.put(Column.PLACE, Values.text(Values.ordered(Values.micros(timer.due()))));
        return Write.orConflict(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table.name()).item(item))
                        .build(),
                "setting a timer cannot conflict");
    }

    Write cancel(String timerId) {
        return Write.orConflict(
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(table.name()).key(Values.key(Column.TIMERS, timerId)))
                        .build(),
                "cancelling a timer cannot conflict");
    }

    /** A timer of this process may now be the first that is due. */
    void scheduled(Commit.Operation committed) {
        if (committed instanceof Commit.Schedule(Timer timer)) {
            next.accumulateAndGet(Values.micros(timer.due()), Math::min);
        }
    }

    /** Another process may have set a timer since. */
    void look() {
        next.set(0);
    }

    /** Sends what is due, the earliest first; the queues that were sent to. Looks only if something may be due. */
    synchronized Set<String> fireIfDue(long now, Consumer<String> before) {
        if (next.get() > now) {
            return Set.of();
        }
        next.set(Long.MAX_VALUE);
        try {
            return fireDue(now, before);
        } catch (RuntimeException e) {
            next.set(0);
            throw e;
        }
    }

    private Set<String> fireDue(long now, Consumer<String> before) {
        Set<String> sentTo = new TreeSet<>();
        for (Map<String, AttributeValue> timer : table.all(Timers::byTime)) {
            long due = Long.parseLong(Values.text(timer, Column.PLACE));
            if (due > now) {
                next.accumulateAndGet(due, Math::min);
                return sentTo;
            }
            String queue = Values.text(timer, Column.QUEUE);
            before.accept(queue);
            if (fire(timer, queue, now)) {
                sentTo.add(queue);
            }
        }
        return sentTo;
    }

    private static QueryRequest.Builder byTime() {
        return QueryRequest.builder()
                .indexName(Column.BY_PLACE)
                .select(Select.ALL_ATTRIBUTES)
                .consistentRead(true)
                .keyConditionExpression("pk = :timers")
                .expressionAttributeValues(Map.of(":timers", Values.text(Column.TIMERS)))
                .limit(AT_ONCE);
    }

    /** Unless it was moved or cancelled, or another process was faster. */
    private boolean fire(Map<String, AttributeValue> timer, String queue, long now) {
        TransactWriteItem remove = TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(Values.key(Column.TIMERS, Values.text(timer, Column.SORT)))
                        .conditionExpression("place = :place")
                        .expressionAttributeValues(Map.of(":place", Values.text(Values.text(timer, Column.PLACE)))))
                .build();
        Message message = Messages.message(Values.text(timer, MESSAGE), timer);
        return table.transacted(
                List.of(Write.orConflict(remove, "the timer was moved"), messages.send(queue, message, now)));
    }
}
