package io.acso.agent.threathunter;

import io.acso.domain.finding.Finding;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a detection's memory with the position it belongs to, never one without the other. The larger it is, the more
 * rarely: it may cost a twentieth of the time, and after a crash so much more is read again.
 */
final class DetectionMemory {

    private static final System.Logger LOG = System.getLogger(DetectionMemory.class.getName());
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final int SHARE = 20;
    private static final int SMALL = 64 * 1024;

    private final Detection detection;
    private final Durability durability;
    private final InstantSource clock;
    private @Nullable KeptMemory records;
    private Instant kept = Instant.EPOCH;
    private Duration pause = OFTEN;
    private int size;

    DetectionMemory(Detection detection, Durability durability, InstantSource clock) {
        this.detection = detection;
        this.durability = durability;
        this.clock = clock;
    }

    boolean begun() {
        return records != null;
    }

    /**
     * Goes on from what was kept with the checkpoint. The clock may have been about to move: then it moves now, and
     * what that finds may have been committed before, under the same ids.
     */
    List<Finding> begin(Key checkpoint) {
        KeptMemory found = new KeptMemory(durability, checkpoint);
        records = found;
        KeptMemory.Memory memory = found.read().orElse(new KeptMemory.Memory(new byte[0], null));
        size = memory.bytes().length;
        try (InputStream in = size == 0
                ? InputStream.nullInputStream()
                : new GZIPInputStream(new ByteArrayInputStream(memory.bytes()))) {
            detection.restore(in);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "what detection remembered cannot be read, so its correlations begin anew", e);
            forget();
        }
        Instant advance = memory.advance();
        return advance == null ? List.of() : detection.settle(advance);
    }

    private void forget() {
        try {
            detection.restore(InputStream.nullInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is time to keep it again. */
    boolean due() {
        return kept.plus(pause).isBefore(clock.instant());
    }

    /** Whether it is so small that it may be kept at any time. */
    boolean small() {
        return size <= SMALL;
    }

    /**
     * The operations that keep it, as it is now.
     *
     * @param checkpoint the position it belongs to; null when that was not moved
     * @param advance what the clock is about to be moved to
     */
    List<Commit.Operation> keep(@Nullable Item checkpoint, @Nullable Instant advance) {
        Instant began = clock.instant();
        byte[] memory = bytes();
        List<Commit.Operation> operations = new ArrayList<>();
        if (checkpoint != null) {
            operations.add(JournalReader.keep(checkpoint));
        }
        KeptMemory into = records;
        if (into != null && (memory.length > 0 || size > 0)) {
            operations.add(into.keep(memory, advance));
        }
        size = memory.length;
        kept = clock.instant();
        Duration rest = Duration.between(began, kept).multipliedBy(SHARE);
        pause = rest.compareTo(OFTEN) > 0 ? rest : OFTEN;
        return operations;
    }

    private byte[] bytes() {
        if (!detection.remembers()) {
            return new byte[0];
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new Packing(packed)) {
            detection.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Quickly rather than tightly. */
    private static final class Packing extends GZIPOutputStream {
        Packing(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
