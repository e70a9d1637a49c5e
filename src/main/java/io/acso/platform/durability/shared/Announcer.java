package io.acso.platform.durability.shared;

import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Topic;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells listeners, one fact after the other, on a thread of its own; facts beyond what can wait are dropped. */
public final class Announcer implements Topic, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Announcer.class.getName());
    private static final int MOST_WAITING = 10_000;

    private final List<Consumer<Announcement>> listeners = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("durability-announcer").daemon().factory());

    @Override
    public Subscription subscribe(Consumer<Announcement> listener) {
        // Wrapped, so that ending one of two subscriptions of the same listener ends that one.
        Consumer<Announcement> one = listener::accept;
        listeners.add(one);
        return () -> listeners.remove(one);
    }

    public void announce(Announcement fact) {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            thread.execute(() -> tell(fact));
        } catch (RejectedExecutionException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "listeners are too slow: dropped {0} of {1}",
                    fact.type(),
                    fact.subject());
        }
    }

    private void tell(Announcement fact) {
        for (Consumer<Announcement> listener : listeners) {
            try {
                listener.accept(fact);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "a listener failed on " + fact.type() + " and stays", e);
            }
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
