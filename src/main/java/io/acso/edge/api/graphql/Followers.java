package io.acso.edge.api.graphql;

import io.acso.domain.kernel.Principal;
import io.acso.edge.live.Change;
import io.acso.edge.live.Changes;
import io.acso.platform.durability.Topic;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Sends changes at the pace at which each follower takes them. Nothing waits for a follower, and a follower has a
 * position instead of a backlog: one that is too slow is told that it missed some.
 */
@Component
final class Followers implements AutoCloseable {

    private final Changes changes;
    private final int most;
    private final Map<Principal, Integer> counts = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("follower").factory());

    Followers(Changes changes, GraphQlSettings settings) {
        this.changes = changes;
        this.most = settings.followers();
    }

    /** The changes after a cursor, without an end. */
    Flux<Change> follow(Principal by, @Nullable String after, Set<String> kinds) {
        return Flux.defer(() -> {
            join(by);
            return Flux.<Change>create(
                            sink -> new Follower(sink, changes.reader(after, kinds)).begin(),
                            FluxSink.OverflowStrategy.IGNORE)
                    .doFinally(how -> leave(by));
        });
    }

    private void join(Principal by) {
        counts.merge(by, 1, (before, one) -> {
            if (before >= most) {
                throw new Paging.BadArgument(
                        by + " follows " + most + " times already (acso.graphql.followers): end one of them first");
            }
            return before + one;
        });
    }

    private void leave(Principal by) {
        counts.computeIfPresent(by, (same, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** One subscription. Whoever raises {@code calls} from 0 sends for all who call meanwhile. */
    private final class Follower {

        private final FluxSink<Change> sink;
        private final Changes.Reader reader;
        private final AtomicInteger calls = new AtomicInteger();

        Follower(FluxSink<Change> sink, Changes.Reader reader) {
            this.sink = sink;
            this.reader = reader;
        }

        void begin() {
            Topic.Subscription listening = changes.listen(this::call);
            sink.onDispose(listening::close);
            sink.onRequest(more -> call());
        }

        private void call() {
            if (calls.getAndIncrement() == 0 && !threads.isShutdown()) {
                threads.execute(this::send);
            }
        }

        private void send() {
            int answered;
            do {
                answered = calls.get();
                @Nullable Change change = wanted();
                while (change != null) {
                    sink.next(change);
                    change = wanted();
                }
            } while (calls.addAndGet(-answered) != 0);
        }

        private @Nullable Change wanted() {
            return sink.requestedFromDownstream() > 0 && !sink.isCancelled() ? reader.next() : null;
        }
    }
}
