package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which message. Only in memory: nobody else lends messages of this directory, and when the process ends all of
 * them are free. The count of attempts is kept on disk, so that a message which ends the process does so a few times
 * only. The writer grants and ends leases; whoever holds one may extend it.
 */
final class Leases {

    /** A message that is lent until then, in microseconds. */
    record Lease(
            String receipt,
            long seq,
            String queue,
            @Nullable String group,
            int attempt,
            long until) {
        Lease until(long later) {
            return new Lease(receipt, seq, queue, group, attempt, later);
        }
    }

    private final Map<String, Lease> held = new ConcurrentHashMap<>();
    private final Map<Long, String> receipts = new ConcurrentHashMap<>();
    private final String process = UUID.randomUUID().toString();
    private final AtomicLong granted = new AtomicLong();

    Lease grant(Effects effects, long seq, String queue, @Nullable String group, int attempt, long until) {
        String receipt = process + "/" + granted.incrementAndGet();
        Lease lease = new Lease(receipt, seq, queue, group, attempt, until);
        keep(lease);
        effects.undo(() -> forget(lease));
        return lease;
    }

    /** Ends a lease with the transaction; false when its holder has extended it meanwhile. */
    boolean end(Effects effects, Lease lease) {
        if (!held.remove(lease.receipt, lease)) {
            return false;
        }
        receipts.remove(lease.seq);
        effects.undo(() -> keep(lease));
        return true;
    }

    /** Ends the lease of a delivery, if it still holds. */
    Optional<Lease> end(Effects effects, Delivery delivery, long now) {
        while (true) {
            Lease lease = held.get(delivery.receipt());
            if (lease == null || lease.until <= now) {
                return Optional.empty();
            }
            if (end(effects, lease)) {
                return Optional.of(lease);
            }
        }
    }

    boolean extend(Delivery delivery, long now, long until) {
        Lease after = held.computeIfPresent(
                delivery.receipt(), (receipt, lease) -> lease.until > now ? lease.until(until) : lease);
        return after != null && after.until > now;
    }

    boolean lent(long seq) {
        return receipts.containsKey(seq);
    }

    /** The rows of a queue's lent messages. */
    List<Long> lent(String queue) {
        return of(queue).map(Lease::seq).toList();
    }

    List<Lease> overdue(long now) {
        return held.values().stream().filter(lease -> lease.until <= now).toList();
    }

    /** When the next lease of a queue runs out. */
    Optional<Long> next(String queue) {
        return of(queue).map(Lease::until).min(Long::compare);
    }

    /** The clock was set back so far: every lease lasts as long as it would have. */
    void shift(long micros) {
        held.replaceAll((receipt, lease) -> lease.until(lease.until - micros));
    }

    private Stream<Lease> of(String queue) {
        return held.values().stream().filter(lease -> lease.queue.equals(queue));
    }

    private void keep(Lease lease) {
        held.put(lease.receipt, lease);
        receipts.put(lease.seq, lease.receipt);
    }

    private void forget(Lease lease) {
        held.remove(lease.receipt);
        receipts.remove(lease.seq);
    }
}
