package io.acso.platform.durability.aws;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Numbers that grow with time and never repeat within a process: they order messages and ledger leaves. Kept over a
 * restart, so that a clock that was set back does not put new work before old.
 */
final class Stamps {

    private static final String SORT = "stamps";

    private final Table table;
    private final InstantSource clock;
    private final AtomicLong last;

    Stamps(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        this.last = new AtomicLong(table.get(Column.SYSTEM, SORT)
                .map(item -> Values.number(item, Column.NEXT))
                .orElse(0L));
    }

    long next() {
        return after(0);
    }

    /** The next that is also greater than one seen elsewhere. */
    long after(long seen) {
        long now = Values.micros(clock.instant());
        return last.updateAndGet(before -> Math.max(now, Math.max(before, seen) + 1));
    }

    /** Remembers the greatest, unless another process remembered a greater one. */
    void keep() {
        Map<String, AttributeValue> key = Values.key(Column.SYSTEM, SORT);
        long greatest = last.get();
        if (table.update(new Update()
                        .set(Column.NEXT, greatest)
                        .whereAbsent(Column.NEXT)
                        .request(key))
                .isEmpty()) {
            table.update(new Update()
                    .set(Column.NEXT, greatest)
                    .whereNotAfter(Column.NEXT, greatest)
                    .request(key));
        }
    }
}
