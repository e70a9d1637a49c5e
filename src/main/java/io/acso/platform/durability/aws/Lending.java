package io.acso.platform.durability.aws;

import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.shared.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lends messages and takes them back. Every change is conditional on what was read, so of several processes that want
 * the same message one gets it, and who lost a lease changes nothing any more.
 */
final class Lending {

    private final Table table;
    private final Messages messages;
    private final Backoff backoff;
    private final int maxAttempts;
    private final Map<String, AtomicLong> firstEnds = new ConcurrentHashMap<>();

    Lending(Table table, Messages messages, Backoff backoff, int maxAttempts) {
        this.table = table;
        this.messages = messages;
        this.backoff = backoff;
        this.maxAttempts = maxAttempts;
    }

    List<Delivery> lend(String queue, int max, Duration lease, long now) {
        reclaimIfDue(queue, now);
        List<Delivery> lent = new ArrayList<>();
        Map<String, String> firsts = new HashMap<>();
        for (Map<String, AttributeValue> entry : messages.waiting(queue)) {
            if (isReady(queue, entry, now, firsts)) {
                claim(queue, entry, lease, now).ifPresent(lent::add);
            }
            if (lent.size() == max) {
                break;
            }
        }
        return lent;
    }

    /** Microseconds until a message may be there, zero when one is; empty when none is known of. */
    Optional<Long> next(String queue, long now) {
        reclaimIfDue(queue, now);
        Map<String, String> firsts = new HashMap<>();
        long next = Long.MAX_VALUE;
        for (Map<String, AttributeValue> entry : messages.waiting(queue)) {
            if (isReady(queue, entry, now, firsts)) {
                return Optional.of(0L);
            }
            if (Values.number(entry, Column.AT) > now) {
                next = Math.min(next, Values.number(entry, Column.AT) - now);
            }
        }
        return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(next);
    }

    /** Takes back whose lease has run out, if it is known or possible that there are any. */
    void reclaimIfDue(String queue, long now) {
        AtomicLong first = firstEnd(queue);
        // Who finds another thread at it waits, so as not to miss what that one takes back.
        synchronized (first) {
            if (first.get() <= now) {
                reclaim(queue, now);
            }
        }
    }

    /** Takes back every message of the queue whose lease has run out. */
    void reclaim(String queue, long now) {
        AtomicLong first = firstEnd(queue);
        synchronized (first) {
            first.set(Long.MAX_VALUE);
            try {
                messages.waiting(queue).forEach(entry -> reclaim(queue, entry, first, now));
            } catch (RuntimeException e) {
                first.set(0);
                throw e;
            }
        }
    }

    private void reclaim(String queue, Map<String, AttributeValue> entry, AtomicLong first, long now) {
        if (isOverdue(entry, now)) {
            giveBack(queue, entry, now);
        } else if (entry.containsKey(Column.RECEIPT)) {
            first.accumulateAndGet(Values.number(entry, Column.AT), Math::min);
        }
    }

    /** When the first lease of a queue ends, as far as this process knows; zero when it must look. */
    private AtomicLong firstEnd(String queue) {
        return firstEnds.computeIfAbsent(queue, name -> new AtomicLong());
    }

    /** Of a group only the first can be; {@code firsts} remembers who that is. */
    private boolean isReady(String queue, Map<String, AttributeValue> entry, long now, Map<String, String> firsts) {
        return !entry.containsKey(Column.RECEIPT)
                && Values.number(entry, Column.AT) <= now
                && Values.optionalText(entry, Column.GROUP)
                        .map(group -> firsts.computeIfAbsent(group, name -> first(queue, name)))
                        .map(first -> first.equals(Values.text(entry, Column.SORT)))
                        .orElse(true);
    }

    /** The id of the group's first message; empty when it ended meanwhile. */
    private String first(String queue, String group) {
        return messages.inGroup(queue, group, true)
                .map(first -> Values.text(first, Column.SORT))
                .orElse("");
    }

    static boolean isOverdue(Map<String, AttributeValue> entry, long now) {
        return entry.containsKey(Column.RECEIPT) && Values.number(entry, Column.AT) <= now;
    }

    private Optional<Delivery> claim(String queue, Map<String, AttributeValue> entry, Duration lease, long now) {
        String receipt = UUID.randomUUID().toString();
        long until = now + lease.toNanos() / 1_000;
        Update update = new Update()
                .set(Column.RECEIPT, receipt)
                .set(Column.AT, until)
                .counting(Column.ATTEMPTS)
                .whereAbsent(Column.RECEIPT)
                .where(Column.PLACE, Values.text(Values.text(entry, Column.PLACE)))
                .whereNotAfter(Column.AT, now);
        Optional<Map<String, AttributeValue>> lent;
        try {
            lent = table.update(update.request(Values.key(Column.queue(queue), Values.text(entry, Column.SORT))));
        } finally {
            // Not before: a reclaim in between would not see the message lent, and forget when its lease ends.
            firstEnd(queue).accumulateAndGet(until, Math::min);
        }
        return lent.map(item -> new Delivery(
                queue,
                receipt,
                Messages.message(item),
                (int) Values.number(item, Column.ATTEMPTS),
                Values.instant(Values.number(item, Column.SENT)),
                Values.instant(until)));
    }

    boolean extend(Delivery delivery, Duration lease, long now) {
        return table.update(new Update()
                        .set(Column.AT, now + lease.toNanos() / 1_000)
                        .where(Column.RECEIPT, Values.text(delivery.receipt()))
                        .whereAfter(Column.AT, now)
                        .request(Messages.key(delivery)))
                .isPresent();
    }

    void release(Delivery delivery, String cause, long now) {
        if (delivery.attempt() >= maxAttempts) {
            bury(delivery, cause, now);
            return;
        }
        table.update(new Update()
                .set(Column.AT, now + backoff.micros(delivery.attempt()))
                .set(Column.CAUSE, cause)
                .remove(Column.RECEIPT)
                .where(Column.RECEIPT, Values.text(delivery.receipt()))
                .whereAfter(Column.AT, now)
                .request(Messages.key(delivery)));
    }

    void bury(Delivery delivery, String cause, long now) {
        Map<String, AttributeValue> key = Messages.key(delivery);
        table.get(Column.queue(delivery.queue()), delivery.message().id())
                .flatMap(item -> Values.optionalText(item, Column.PLACE))
                .ifPresent(place -> table.update(Messages.buried(cause, now, place)
                        .where(Column.RECEIPT, Values.text(delivery.receipt()))
                        .whereAfter(Column.AT, now)
                        .request(key)));
    }

    private void giveBack(String queue, Map<String, AttributeValue> entry, long now) {
        int attempt = (int) Values.number(entry, Column.ATTEMPTS);
        long end = Values.number(entry, Column.AT);
        String cause = "the lease of attempt " + attempt + " ran out";
        Update update = attempt >= maxAttempts
                ? Messages.buried(cause, now, Values.text(entry, Column.PLACE))
                : new Update()
                        .set(Column.AT, end + backoff.micros(attempt))
                        .set(Column.CAUSE, cause)
                        .remove(Column.RECEIPT);
        table.update(update.where(Column.RECEIPT, Values.text(Values.text(entry, Column.RECEIPT)))
                .whereNotAfter(Column.AT, end)
                .request(Values.key(Column.queue(queue), Values.text(entry, Column.SORT))));
    }
}
