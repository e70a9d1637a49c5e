package io.acso.platform.lake.embedded;

import io.acso.domain.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The one thread that changes the lake: the buffer, the files and their catalogue. */
final class LakeWriter {

    static final String PARQUET = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192";

    private final LakeDirectory directory;
    private final DuckDBConnection connection;
    private final int bufferRows;
    /** Ids in the buffer. */
    private final Set<String> buffered = new HashSet<>();

    private long nextNumber;
    private long lastArrived;

    LakeWriter(LakeDirectory directory, DuckDBConnection connection, int bufferRows) throws SQLException, IOException {
        this.directory = directory;
        this.connection = connection;
        this.bufferRows = bufferRows;
        Sql.run(connection, EventTable.create("buffer"));
        Catalogue.create(connection);
        List<ParquetFile> published = directory.published();
        for (ParquetFile file : published) {
            if (!Files.exists(file.keys())) {
                Files.move(index(file.path()), file.keys());
            }
        }
        Catalogue.add(connection, published);
        this.nextNumber = published.stream().mapToLong(ParquetFile::last).max().orElse(0) + 1;
        this.lastArrived = Catalogue.lastArrived(connection);
    }

    void append(List<Event> events) throws SQLException, IOException {
        Set<String> known = published(events);
        List<Event> fresh = new ArrayList<>(events.size());
        Set<String> seen = new HashSet<>();
        for (Event event : events) {
            if (!buffered.contains(event.id()) && !known.contains(event.id()) && seen.add(event.id())) {
                fresh.add(event);
            }
        }
        transaction(() -> {
            try (DuckDBAppender appender = connection.createAppender("buffer")) {
                for (Event event : fresh) {
                    EventTable.append(appender, event);
                }
            }
        });
        buffered.addAll(seen);
        if (buffered.size() >= bufferRows) {
            flush();
        }
    }

    /**
     * Which of the events are in files already. Events come in the order in which they arrived, and the same
     * event has the same arrival when it comes again after a crash; so one that arrived after all that is in
     * files is new, and the files are searched only when a past part of the journal is read again.
     */
    private Set<String> published(List<Event> events) throws SQLException {
        List<Event> suspects = events.stream()
                .filter(event -> EventTable.micros(event.arrived()) <= lastArrived)
                .toList();
        if (suspects.isEmpty()) {
            return Set.of();
        }
        List<Long> times = suspects.stream()
                .map(event -> EventTable.micros(event.time()))
                .sorted()
                .toList();
        List<String> files = Catalogue.within(connection, times.getFirst(), times.getLast());
        if (files.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(Sql.list(
                connection,
                "SELECT event_id FROM %s WHERE time BETWEEN make_timestamp(%d) AND make_timestamp(%d)"
                                .formatted(Sql.files(files), times.getFirst(), times.getLast())
                        + " AND event_id IN (SELECT unnest("
                        + Sql.texts(suspects.stream().map(Event::id).toList()) + "))",
                row -> row.getString(1)));
    }

    /** Moves the buffer into published files. */
    void flush() throws SQLException, IOException {
        if (buffered.isEmpty()) {
            return;
        }
        Path workplace = directory.workplace("flush");
        Sql.run(
                connection,
                ("COPY (SELECT %s, strftime(time, '%%Y-%%m-%%d') AS day, class_uid AS \"class\""
                                + " FROM buffer ORDER BY time) TO %s (%s, PARTITION_BY (day, \"class\"), OVERWRITE_OR_IGNORE)")
                        .formatted(EventTable.COLUMNS, Sql.text(workplace), PARQUET));
        List<ParquetFile> published = new ArrayList<>();
        try {
            transaction(() -> {
                publish(workplace, published);
                Catalogue.add(connection, published);
                Sql.run(connection, "DELETE FROM buffer");
            });
        } catch (SQLException | IOException | RuntimeException e) {
            // The buffer still has the events, so the next flush writes them again.
            for (ParquetFile file : published) {
                directory.delete(file);
            }
            throw e;
        }
        buffered.clear();
        lastArrived = Catalogue.lastArrived(connection);
    }

    private void publish(Path workplace, List<ParquetFile> published) throws SQLException, IOException {
        List<Path> written;
        try (Stream<Path> all = Files.walk(workplace)) {
            written = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : written) {
            Path folders = workplace.relativize(file);
            ParquetFile place = ParquetFile.of(
                    directory.path(),
                    LocalDate.parse(value(folders.getName(0))),
                    Integer.parseInt(value(folders.getName(1))),
                    nextNumber,
                    nextNumber);
            nextNumber++;
            published.add(place);
            publish(file, place);
        }
    }

    private void publish(Path written, ParquetFile place) throws SQLException, IOException {
        directory.publish(written, index(written), place);
    }

    private Path index(Path events) throws SQLException, IOException {
        Path written = directory.workplace("index").resolve("written.keys");
        KeyIndex.write(connection, events, written);
        return written;
    }

    private static String value(Path folder) {
        String name = folder.toString();
        return name.substring(name.indexOf('=') + 1);
    }

    /** Puts a merged file in the place of those it was merged from, which are returned to be deleted. */
    List<ParquetFile> replace(List<ParquetFile> merged, Path written) throws SQLException, IOException {
        ParquetFile first = merged.getFirst();
        ParquetFile whole = ParquetFile.of(
                directory.path(),
                first.day(),
                first.classUid(),
                first.first(),
                merged.getLast().last());
        publish(written, whole);
        transaction(() -> {
            Catalogue.remove(connection, merged);
            Catalogue.add(connection, List.of(whole));
        });
        return merged;
    }

    /** Steps that happen together or not at all. */
    private interface Steps {
        void run() throws SQLException, IOException;
    }

    private void transaction(Steps steps) throws SQLException, IOException {
        Sql.run(connection, "BEGIN");
        try {
            steps.run();
            Sql.run(connection, "COMMIT");
        } catch (SQLException | IOException | RuntimeException e) {
            Sql.run(connection, "ROLLBACK");
            throw e;
        }
    }
}
