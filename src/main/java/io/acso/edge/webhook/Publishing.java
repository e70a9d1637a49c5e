package io.acso.edge.webhook;

import io.acso.edge.live.Change;
import io.acso.edge.live.Changes;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.TaskQueue;
import io.acso.platform.durability.Topic;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Follows the changes and puts one message for each webhook that wants one into the durable queue. */
final class Publishing implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Publishing.class.getName());
    private static final int A_COMMIT = 60;

    /** A cursor of another run. */
    private static final String BEFORE = "before.0";

    /** With more in the queue nothing is added: whoever receives so slowly reads anew when it can. */
    private static final long MOST_WAITING = 50_000;

    private final Durability durability;
    private final WebhookRecords webhooks;
    private final Changes.Reader changes;
    private final Topic.Subscription listening;
    private final InstantSource clock;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("webhook-publishing").factory());

    Publishing(Durability durability, WebhookRecords webhooks, Changes changes, InstantSource clock) {
        this.durability = durability;
        this.webhooks = webhooks;
        this.clock = clock;
        // What was announced last before a start may not have reached the queue: as if one had been away.
        this.changes = changes.reader(BEFORE, Set.of());
        this.listening = changes.listen(this::call);
        call();
    }

    private void call() {
        if (!called.getAndSet(true) && !thread.isShutdown()) {
            thread.execute(this::publish);
        }
    }

    private void publish() {
        called.set(false);
        List<Commit.Operation> together = new ArrayList<>();
        @Nullable Change change = changes.next();
        List<Webhook> all = change == null ? List.of() : webhooks.all();
        while (change != null) {
            for (Webhook webhook : all) {
                if (webhook.wants(change.kind())) {
                    together.addAll(told(webhook, change));
                    together = together.size() < A_COMMIT ? together : committed(together);
                }
            }
            change = changes.next();
        }
        committed(together);
    }

    private List<Commit.Operation> told(Webhook webhook, Change change) {
        Map<String, String> data =
                Map.of("noun", change.noun(), "subject", change.subject(), "correlationId", change.correlationId());
        return webhooks.tell(webhook, change.kind(), change.subject(), change.time(), data, clock.instant())
                .operations();
    }

    /** What cannot be kept now is lost, as announcements may be, and said. */
    private List<Commit.Operation> committed(List<Commit.Operation> together) {
        if (together.isEmpty()) {
            return together;
        }
        try {
            TaskQueue.Depth depth = durability.queue(WebhookRecords.QUEUE).depth();
            if (depth.ready() + depth.waiting() < MOST_WAITING) {
                durability.commit(new Commit(List.copyOf(together)));
            } else {
                LOG.log(Level.WARNING, "webhooks are behind: {0} messages are not sent", together.size() / 2);
            }
        } catch (RuntimeException lost) {
            LOG.log(Level.WARNING, "changes could not be put into the queue for webhooks", lost);
        }
        return new ArrayList<>();
    }

    @Override
    public void close() {
        listening.close();
        thread.close();
    }
}
