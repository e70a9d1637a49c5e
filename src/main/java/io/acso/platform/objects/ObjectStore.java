package io.acso.platform.objects;

import io.acso.domain.kernel.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects by the SHA-256 of their content. Writing what is there already changes nothing but its
 * retention, and that only to later: what was promised to be kept cannot be deleted before, by nobody.
 */
public interface ObjectStore {

    /** The largest object, in bytes: one is held in memory whole. */
    int MOST_BYTES = 256 * 1024 * 1024;

    /**
     * Keeps an object that may be deleted at any time. Returns when it is on stable storage.
     *
     * @throws IllegalArgumentException when it is larger than {@link #MOST_BYTES}
     */
    Digest put(byte[] content);

    /**
     * Keeps an object that cannot be deleted before {@code keepUntil}. Returns when both are on stable storage.
     *
     * @param keepUntil in whole seconds, a fraction is rounded up; earlier than what holds already changes nothing
     * @throws IllegalArgumentException when it is larger than {@link #MOST_BYTES}
     */
    Digest put(byte[] content, Instant keepUntil);

    /**
     * The object, checked against its hash.
     *
     * @throws ObjectDamaged when what is stored is not what was put
     */
    Optional<byte[]> get(Digest digest);

    boolean has(Digest digest);

    /** What is known of an object without reading it. */
    Optional<StoredObject> describe(Digest digest);

    /** Deletes an object, unless it is retained. */
    Deletion delete(Digest digest);

    /**
     * Which objects there are, in the order of their digests.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<Digest> list(@Nullable Digest after, int max);

    /**
     * Shows what is stored of an object, and stores what it is replaced by, with its retention: how what was sealed
     * with an old key comes to a new one. An object that is not there stays away.
     *
     * @param change gives what to store; the same array to leave it as it is
     * @throws ObjectDamaged when what is to be stored does not open as this object
     */
    void reseal(Digest digest, UnaryOperator<byte[]> change);

    /**
     * An object as it is kept.
     *
     * @param stored when it was last written
     * @param size of what is stored, in bytes, sealing included
     * @param keepUntil before which it cannot be deleted; null when it may be at any time
     */
    record StoredObject(
            Digest digest,
            long size,
            Instant stored,
            @Nullable Instant keepUntil) {}

    /** What became of a deletion. */
    sealed interface Deletion {

        /** It is gone, every version of it. */
        record Deleted() implements Deletion {}

        /** It was not there. */
        record NotThere() implements Deletion {}

        /** It is there still, and cannot be deleted before {@code until}. */
        record Retained(Instant until) implements Deletion {}
    }
}
