package io.acso.platform.objects;

import io.acso.domain.kernel.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A view of a store for those whose objects are kept for a certain time, such as evidence. The end lies on a
 * UTC midnight, so that what is put again on the same day changes nothing.
 */
public final class RetainingObjects implements ObjectStore {

    private final ObjectStore store;
    private final Duration retention;
    private final InstantSource clock;

    /** @param retention from each put on; zero leaves objects free to be deleted */
    public RetainingObjects(ObjectStore store, Duration retention, InstantSource clock) {
        if (retention.isNegative()) {
            throw new IllegalArgumentException("retention cannot be negative: " + retention);
        }
        this.store = store;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public Digest put(byte[] content) {
        return retention.isZero() ? store.put(content) : store.put(content, end());
    }

    @Override
    public Digest put(byte[] content, Instant keepUntil) {
        return store.put(content, !retention.isZero() && end().isAfter(keepUntil) ? end() : keepUntil);
    }

    private Instant end() {
        return clock.instant().plus(retention).truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    @Override
    public Optional<byte[]> get(Digest digest) {
        return store.get(digest);
    }

    @Override
    public boolean has(Digest digest) {
        return store.has(digest);
    }

    @Override
    public Optional<StoredObject> describe(Digest digest) {
        return store.describe(digest);
    }

    @Override
    public Deletion delete(Digest digest) {
        return store.delete(digest);
    }

    @Override
    public List<Digest> list(@Nullable Digest after, int max) {
        return store.list(after, max);
    }

    @Override
    public void reseal(Digest digest, UnaryOperator<byte[]> change) {
        store.reseal(digest, change);
    }
}
