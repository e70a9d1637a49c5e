package io.acso.agent.runtime;

import io.acso.domain.task.AgentName;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.TaskQueue;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes from one agent's queue as many messages at a time as there is room for, each to be handled on a thread of its
 * own. None is taken that would have to wait here, where its lease runs and no other process can have it.
 */
final class AgentFeed implements Runnable {

    private static final System.Logger LOG = System.getLogger(AgentFeed.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final AgentName agent;
    private final TaskQueue queue;
    private final AgentSettings settings;
    private final Pulse pulse;
    private final Executor threads;
    private final Consumer<Delivery> handler;
    private final Semaphore room;
    private final CountDownLatch stop = new CountDownLatch(1);

    AgentFeed(
            AgentName agent,
            TaskQueue queue,
            AgentSettings settings,
            Pulse pulse,
            Executor threads,
            Consumer<Delivery> handler) {
        this.agent = agent;
        this.queue = queue;
        this.settings = settings;
        this.pulse = pulse;
        this.threads = threads;
        this.handler = handler;
        this.room = new Semaphore(settings.concurrency());
    }

    void stop() {
        stop.countDown();
        room.release();
    }

    @Override
    public void run() {
        while (stop.getCount() > 0) {
            try {
                take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                rest(e);
            }
        }
    }

    private void take() throws InterruptedException {
        room.acquire();
        int free = 1 + room.drainPermits();
        int taken = 0;
        try {
            if (stop.getCount() == 0) {
                return;
            }
            pulse.turn();
            List<Delivery> lent = queue.receive(free, settings.lease());
            taken = lent.size();
            lent.forEach(delivery -> threads.execute(() -> handle(delivery)));
        } finally {
            room.release(free - taken);
        }
        if (taken == 0) {
            queue.await(IDLE);
        }
    }

    private void handle(Delivery delivery) {
        try {
            handler.accept(delivery);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, agent + " lost hold of " + delivery.message().id() + "; it comes again", e);
        } finally {
            room.release();
        }
    }

    private void rest(RuntimeException e) {
        LOG.log(Level.ERROR, agent + " cannot reach its queue; it looks again in a second", e);
        try {
            boolean stopped = stop.await(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.log(Level.DEBUG, "{0} looks again, stopped: {1}", agent, stopped);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
