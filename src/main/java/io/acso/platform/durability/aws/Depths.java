package io.acso.platform.durability.aws;

import io.acso.platform.durability.TaskQueue.Depth;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Counts a queue by reading the index of its places, without bodies. */
final class Depths {

    private final Table table;
    private final Messages messages;
    private final int maxAttempts;

    Depths(Table table, Messages messages, int maxAttempts) {
        this.table = table;
        this.messages = messages;
        this.maxAttempts = maxAttempts;
    }

    Depth of(String queue, long now) {
        Tally tally = new Tally(now);
        for (Map<String, AttributeValue> entry : messages.waiting(queue)) {
            tally.add(entry);
        }
        return tally.depth(dead(queue));
    }

    private long dead(String queue) {
        QueryRequest.Builder query = Messages.dead(queue).select(Select.COUNT);
        long dead = 0;
        while (true) {
            var page = table.page(query.copy());
            dead += page.count();
            if (!page.hasLastEvaluatedKey() || page.lastEvaluatedKey().isEmpty()) {
                return dead;
            }
            query.exclusiveStartKey(page.lastEvaluatedKey());
        }
    }

    /** Adds up what was seen. */
    private final class Tally {
        private final long now;
        private final Map<String, Map<String, AttributeValue>> firsts = new HashMap<>();
        private long alive;
        private long lent;
        private long overdueAndLast;
        private long ungroupedReady;
        private long oldest;

        Tally(long now) {
            this.now = now;
            this.oldest = now;
        }

        void add(Map<String, AttributeValue> entry) {
            if (Lending.isOverdue(entry, now) && Values.number(entry, Column.ATTEMPTS) >= maxAttempts) {
                overdueAndLast++;
                return;
            }
            alive++;
            boolean isLent = entry.containsKey(Column.RECEIPT) && Values.number(entry, Column.AT) > now;
            if (isLent) {
                lent++;
            } else {
                oldest = Math.min(oldest, Values.number(entry, Column.SENT));
            }
            Values.optionalText(entry, Column.GROUP)
                    .ifPresentOrElse(
                            group -> firsts.merge(group, entry, Tally::earlier),
                            () -> ungroupedReady += isOffered(entry) ? 1 : 0);
        }

        private static Map<String, AttributeValue> earlier(
                Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
            return Messages.stampOf(Values.text(one, Column.PLACE)) < Messages.stampOf(Values.text(other, Column.PLACE))
                    ? one
                    : other;
        }

        private boolean isOffered(Map<String, AttributeValue> entry) {
            return !entry.containsKey(Column.RECEIPT) && Values.number(entry, Column.AT) <= now;
        }

        Depth depth(long dead) {
            long offered = ungroupedReady
                    + firsts.values().stream().filter(this::isOffered).count();
            return new Depth(
                    offered,
                    alive - lent - offered,
                    lent,
                    dead + overdueAndLast,
                    Duration.ofNanos(Math.max(0, now - oldest) * 1_000));
        }
    }
}
