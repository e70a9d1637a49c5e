package io.acso.crash;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Commit.Operation;
import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.durability.TaskQueue;
import io.acso.platform.durability.Timer;
import io.acso.platform.durability.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Durability that keeps to its promise of delivery at least once in the worst way: everything comes twice. */
final class TwiceDurability implements Durability {

    /** In what way. */
    enum Way {
        /** One delivery is lent to two consumers, as when a lease runs out under a consumer that still works. */
        SAME_DELIVERY,
        /** Every message is followed by a copy that another id hides from the inbox, as from a sender that retries. */
        OTHER_MESSAGE
    }

    private final Durability inner;
    private final Way way;
    private final Map<String, Queue<Delivery>> again = new ConcurrentHashMap<>();
    final AtomicInteger repeats = new AtomicInteger();

    TwiceDurability(Durability inner, Way way) {
        this.inner = inner;
        this.way = way;
    }

    @Override
    public void commit(Commit commit) {
        inner.commit(
                way == Way.SAME_DELIVERY
                        ? commit
                        : new Commit(commit.operations().stream()
                                .flatMap(this::twice)
                                .toList()));
    }

    private Stream<Operation> twice(Operation operation) {
        return switch (operation) {
            case Commit.Send send -> {
                repeats.incrementAndGet();
                yield Stream.of(send, new Commit.Send(send.queue(), copy(send.message())));
            }
            case Commit.Schedule(Timer timer) -> {
                repeats.incrementAndGet();
                Timer second = new Timer(timer.id() + "~", timer.due(), timer.queue(), copy(timer.message()));
                yield Stream.of(operation, new Commit.Schedule(second));
            }
            case Commit.Cancel(String timerId) -> Stream.of(operation, new Commit.Cancel(timerId + "~"));
            default -> Stream.of(operation);
        };
    }

    private static Message copy(Message message) {
        return new Message(
                message.id() + "~",
                message.type(),
                message.group(),
                message.priority(),
                message.correlationId(),
                message.traceparent(),
                message.schemaVersion(),
                message.body());
    }

    @Override
    public TaskQueue queue(String name) {
        TaskQueue queue = inner.queue(name);
        return way == Way.SAME_DELIVERY
                ? new TwiceQueue(queue, again.computeIfAbsent(name, one -> new ConcurrentLinkedQueue<>()))
                : queue;
    }

    @Override
    public RecordStore records() {
        return inner.records();
    }

    @Override
    public List<String> queues() {
        return inner.queues();
    }

    @Override
    public Topic topic() {
        return inner.topic();
    }

    @Override
    public List<LedgerLeaf> leaves(long sequence, int max) {
        return inner.leaves(sequence, max);
    }

    @Override
    public void close() {
        inner.close();
    }

    /** Whoever asks next is given what the one before was given. */
    private final class TwiceQueue implements TaskQueue {

        private final TaskQueue queue;
        private final Queue<Delivery> lentOnce;

        TwiceQueue(TaskQueue queue, Queue<Delivery> lentOnce) {
            this.queue = queue;
            this.lentOnce = lentOnce;
        }

        @Override
        public List<Delivery> receive(int max, Duration lease) {
            Delivery repeat = lentOnce.poll();
            if (repeat != null) {
                repeats.incrementAndGet();
                return List.of(repeat);
            }
            List<Delivery> lent = new ArrayList<>(queue.receive(max, lease));
            lentOnce.addAll(lent);
            return lent;
        }

        @Override
        public boolean await(Duration most) throws InterruptedException {
            return !lentOnce.isEmpty() || queue.await(most);
        }

        @Override
        public String name() {
            return queue.name();
        }

        @Override
        public boolean extend(Delivery delivery, Duration lease) {
            return queue.extend(delivery, lease);
        }

        @Override
        public void release(Delivery delivery, String cause) {
            queue.release(delivery, cause);
        }

        @Override
        public void bury(Delivery delivery, String cause) {
            queue.bury(delivery, cause);
        }

        @Override
        public Page<DeadLetter> deadLetters(int limit, @Nullable String cursor) {
            return queue.deadLetters(limit, cursor);
        }

        @Override
        public Optional<DeadLetter> deadLetter(String messageId) {
            return queue.deadLetter(messageId);
        }

        @Override
        public Depth depth() {
            return queue.depth();
        }
    }
}
