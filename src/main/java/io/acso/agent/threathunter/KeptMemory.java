package io.acso.agent.threathunter;

import io.acso.domain.kernel.Digest;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records that hold a detection's memory. A small one is one record. A large one is written ahead, in pieces, into
 * the one of two places that does not count; the record that makes it count is committed with the position.
 */
final class KeptMemory {

    private static final int PIECE = 190 * 1024;
    private static final int PIECES_A_COMMIT = 8;
    private static final int SCHEMA = 1;

    /** @param advance what the clock is about to be moved to; null when nothing is under way */
    record Memory(byte[] bytes, @Nullable Instant advance) {}

    private record Kept(
            int place,
            int pieces,
            String hash,
            byte @Nullable [] whole,
            @Nullable Instant advance) {}

    private final Durability durability;
    private final Key key;
    private int place;

    /** @param checkpoint where the position is kept that the memory belongs to */
    KeptMemory(Durability durability, Key checkpoint) {
        this.durability = durability;
        this.key = new Key("memory#" + checkpoint.partition(), checkpoint.sort());
    }

    /** Empty when none was kept, or when it is damaged. */
    Optional<Memory> read() {
        return durability.records().get(key).map(item -> item.as(Kept.class)).flatMap(this::read);
    }

    private Optional<Memory> read(Kept kept) {
        place = kept.place();
        byte[] whole = kept.whole();
        if (whole != null) {
            return Optional.of(new Memory(whole, kept.advance()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < kept.pieces(); i++) {
            durability.records().get(piece(kept.place(), i)).ifPresent(item -> bytes.writeBytes(item.as(byte[].class)));
        }
        byte[] read = bytes.toByteArray();
        return Digest.of(read).hex().equals(kept.hash())
                ? Optional.of(new Memory(read, kept.advance()))
                : Optional.empty();
    }

    /** The operation that makes this the memory; what does not fit into it is on stable storage already. */
    Commit.Operation keep(byte[] memory, @Nullable Instant advance) {
        if (memory.length <= PIECE) {
            return put(new Kept(place, 0, "", memory, advance));
        }
        place = 1 - place;
        int pieces = Math.ceilDiv(memory.length, PIECE);
        Commit.Builder commit = Commit.builder();
        for (int i = 0; i < pieces; i++) {
            byte[] piece = Arrays.copyOfRange(memory, i * PIECE, Math.min(memory.length, (i + 1) * PIECE));
            Key at = piece(place, i);
            commit.overwrite(Item.of(at.partition(), at.sort(), SCHEMA, piece));
            if (commit.size() == PIECES_A_COMMIT || i == pieces - 1) {
                durability.commit(commit.build());
                commit = Commit.builder();
            }
        }
        return put(new Kept(place, pieces, Digest.of(memory).hex(), null, advance));
    }

    private Commit.Operation put(Kept kept) {
        return new Commit.Put(Item.of(key.partition(), key.sort(), SCHEMA, kept), Commit.Expect.ANYTHING);
    }

    private Key piece(int at, int number) {
        return new Key(key.partition() + "#" + key.sort() + "#" + at, "%06d".formatted(number));
    }
}
