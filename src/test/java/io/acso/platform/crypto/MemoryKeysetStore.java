package io.acso.platform.crypto;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Wrapped keys in memory, shared by as many keyrings as are given it. */
public final class MemoryKeysetStore implements KeysetStore {

    private final AtomicReference<Optional<Stored>> stored = new AtomicReference<>(Optional.empty());

    @Override
    public String where() {
        return "the memory of this test";
    }

    @Override
    public Optional<Stored> load() {
        return stored.get();
    }

    @Override
    public synchronized boolean save(Stored changed) {
        long now = stored.get().map(Stored::version).orElse(0L);
        if (now != changed.version()) {
            return false;
        }
        stored.set(Optional.of(new Stored(changed.document(), now + 1)));
        return true;
    }

    /** Puts back what was stored at another time. */
    public void restore(Optional<Stored> earlier) {
        stored.set(earlier);
    }

    @Override
    public Duration lag() {
        return Duration.ofMinutes(1);
    }
}
