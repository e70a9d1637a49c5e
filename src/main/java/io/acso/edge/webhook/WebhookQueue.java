package io.acso.edge.webhook;

import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.TaskQueue;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes what waits for webhooks out of the queue, several at a time. */
final class WebhookQueue implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WebhookQueue.class.getName());
    private static final int AT_ONCE = 16;

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final TaskQueue queue;
    private final Delivering delivering;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook").factory());

    WebhookQueue(TaskQueue queue, Delivering delivering) {
        this.queue = queue;
        this.delivering = delivering;
    }

    void start() {
        threads.execute(this::feed);
    }

    private void feed() {
        try {
            while (stop.getCount() > 0) {
                if (queue.await(LOOK)) {
                    take();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each has a permit before it is lent. */
    private void take() throws InterruptedException {
        free.acquire();
        List<Delivery> lent = List.of();
        try {
            if (delivering.stopped()) {
                stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                lent = queue.receive(1, LEASE);
                lent.forEach(one -> threads.execute(() -> attempt(one)));
            }
        } catch (RuntimeException trouble) {
            LOG.log(Level.WARNING, "nothing can be taken for webhooks", trouble);
            stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (lent.isEmpty()) {
                free.release();
            }
        }
    }

    private void attempt(Delivery lent) {
        try {
            delivering.attempt(lent);
        } catch (CommitConflict meanwhile) {
            queue.release(lent, "it was changed meanwhile");
        } catch (RuntimeException trouble) {
            LOG.log(Level.WARNING, "a webhook's delivery could not be attempted", trouble);
            queue.release(lent, trouble.toString());
        } finally {
            free.release();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        threads.shutdown();
        if (!threads.awaitTermination(LEASE.toSeconds() / 10, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
