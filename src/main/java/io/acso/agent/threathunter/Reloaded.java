package io.acso.agent.threathunter;

import io.acso.domain.kernel.Digest;
import io.acso.platform.content.ContentSnapshot;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the content of the moment. When other content comes, the next is made beside the stream, once, and
 * swapped in whole; until then, and when it cannot be made, what there is goes on.
 */
final class Reloaded<T> {

    private static final System.Logger LOG = System.getLogger(Reloaded.class.getName());

    private final Supplier<ContentSnapshot> content;
    private final BiFunction<ContentSnapshot, @Nullable T, T> making;
    private final Executor beside;
    private final AtomicReference<Digest> wanted;
    private volatile T current;

    /**
     * @param making from content and what was made before, which it may give back to keep it
     * @param beside runs what takes long, never on the thread that asks
     */
    Reloaded(Supplier<ContentSnapshot> content, BiFunction<ContentSnapshot, @Nullable T, T> making, Executor beside) {
        this.content = content;
        this.making = making;
        this.beside = beside;
        ContentSnapshot first = content.get();
        this.wanted = new AtomicReference<>(first.hash());
        this.current = making.apply(first, null);
    }

    T get() {
        ContentSnapshot now = content.get();
        Digest known = wanted.get();
        if (!now.hash().equals(known) && wanted.compareAndSet(known, now.hash())) {
            beside.execute(() -> reload(now));
        }
        return current;
    }

    private void reload(ContentSnapshot snapshot) {
        try {
            T made = making.apply(snapshot, current);
            replace(snapshot.hash(), made);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, "content " + snapshot.hash() + " cannot be used, what was loaded before stays", e);
        }
    }

    /** Unless content came meanwhile that is newer still. */
    private synchronized void replace(Digest hash, T made) {
        if (hash.equals(wanted.get())) {
            current = made;
        }
    }
}
