package io.acso.platform.durability.aws;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which of the processes on a table looks for what time has made due: the one with the lease. */
final class Sweeper {

    private static final Map<String, AttributeValue> KEY = Values.key(Column.SYSTEM, "sweeper");

    private final Table table;
    private final long lease;
    private final String name = UUID.randomUUID().toString();
    private long until;

    /** @param lease how long another waits before it takes over from one that ended without a word */
    Sweeper(Table table, Duration lease) {
        this.table = table;
        this.lease = lease.toNanos() / 1_000;
    }

    /** Whether it is this process's turn. Asks the table only when its own lease is half over. */
    synchronized boolean hasTurn(long now) {
        if (now < until - lease / 2) {
            return true;
        }
        boolean got = renew(now, new Update().where(Column.OWNER, Values.text(name)))
                || renew(now, new Update().whereAbsent(Column.OWNER))
                || renew(now, new Update().whereNotAfter(Column.AT, now));
        until = got ? now + lease : 0;
        return got;
    }

    private boolean renew(long now, Update mine) {
        return table.update(
                        mine.set(Column.OWNER, name).set(Column.AT, now + lease).request(KEY))
                .isPresent();
    }

    /** Lets another go on at once. */
    synchronized void give() {
        until = 0;
        table.update(new Update()
                .remove(Column.OWNER, Column.AT)
                .where(Column.OWNER, Values.text(name))
                .request(KEY));
    }
}
