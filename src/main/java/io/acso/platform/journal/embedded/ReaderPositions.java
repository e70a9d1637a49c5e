package io.acso.platform.journal.embedded;

import io.acso.domain.kernel.Json;
import io.acso.platform.journal.JournalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;

/**
 * How far each reader has come, for back-pressure and retention only: readers keep their own positions with
 * their own state. Saved lazily, so a crash may set a position back, which only keeps events longer.
 */
final class ReaderPositions {

    /** One reader's place. */
    record Place(String reader, long position) {}

    private record Saved(int schemaVersion, Map<String, Long> positions) {}

    private final Path file;
    private final Map<String, Long> positions;
    private volatile boolean changed;

    private ReaderPositions(Path file, Map<String, Long> positions) {
        this.file = file;
        this.positions = new ConcurrentHashMap<>(positions);
    }

    static ReaderPositions load(Path directory) {
        Path file = directory.resolve("readers.json");
        try {
            return new ReaderPositions(
                    file,
                    Files.exists(file)
                            ? Json.read(Files.readAllBytes(file), Saved.class).positions()
                            : Map.of());
        } catch (IOException | JacksonException e) {
            throw new JournalFailure(
                    "%s cannot be read (%s): delete it, the readers report their positions anew"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    void reached(String reader, long position) {
        positions.put(reader, position);
        changed = true;
    }

    /** Whoever has the most left to read. */
    Optional<Place> slowest() {
        return positions.entrySet().stream()
                .min(Comparator.comparingLong(Map.Entry::getValue))
                .map(entry -> new Place(entry.getKey(), entry.getValue()));
    }

    Path file() {
        return file;
    }

    void save() throws IOException {
        if (changed) {
            changed = false;
            Path written = file.resolveSibling("readers.json.tmp");
            Files.write(written, Json.bytes(new Saved(1, new TreeMap<>(positions))));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
