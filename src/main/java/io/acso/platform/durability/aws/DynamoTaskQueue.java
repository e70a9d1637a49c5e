package io.acso.platform.durability.aws;

import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.TaskQueue;
import io.acso.platform.durability.shared.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A queue in the table, whose consumers are woken through SQS. */
final class DynamoTaskQueue implements TaskQueue {

    private final String name;
    private final AwsDurability durability;
    private final Signal arrivals;
    private final long pulseNanos;

    DynamoTaskQueue(String name, AwsDurability durability, Signal arrivals, Duration pulse) {
        this.name = name;
        this.durability = durability;
        this.arrivals = arrivals;
        this.pulseNanos = pulse.toNanos();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Delivery> receive(int max, Duration lease) {
        if (max < 1 || !lease.isPositive()) {
            throw new IllegalArgumentException("receive at least one message, for a lease of more than nothing");
        }
        durability.fireTimers();
        return durability.lending().lend(name, max, lease, durability.now());
    }

    @Override
    public boolean await(Duration most) throws InterruptedException {
        durability.listen(name);
        long deadline = Signal.deadline(most.toNanos());
        while (true) {
            long seen = arrivals.count();
            Optional<Long> next = durability.lending().next(name, durability.now());
            if (next.filter(micros -> micros == 0).isPresent()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            long dueIn = TimeUnit.MICROSECONDS.toNanos(next.orElse(TimeUnit.DAYS.toMicros(1)));
            arrivals.await(seen, Math.min(Math.min(left, pulseNanos), dueIn));
        }
    }

    @Override
    public boolean extend(Delivery delivery, Duration lease) {
        return durability.lending().extend(delivery, lease, durability.now());
    }

    @Override
    public void release(Delivery delivery, String cause) {
        durability.lending().release(delivery, cause, durability.now());
        arrivals.raise();
    }

    @Override
    public void bury(Delivery delivery, String cause) {
        durability.lending().bury(delivery, cause, durability.now());
        arrivals.raise();
    }

    @Override
    public Page<DeadLetter> deadLetters(int limit, @Nullable String cursor) {
        return durability.deadLetters().page(name, limit, cursor);
    }

    @Override
    public Optional<DeadLetter> deadLetter(String messageId) {
        return durability.deadLetters().find(name, messageId);
    }

    @Override
    public Depth depth() {
        durability.lending().reclaimIfDue(name, durability.now());
        return durability.depths().of(name, durability.now());
    }
}
