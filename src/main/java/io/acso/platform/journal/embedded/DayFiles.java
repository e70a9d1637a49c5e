package io.acso.platform.journal.embedded;

import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.journal.JournalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All days that are kept, oldest first. Changed by the writer's thread alone, read by all. */
final class DayFiles {

    private final JournalDirectory directory;
    private final Executor readers;
    private final BodyCipher cipher;
    private volatile List<DayFile> days;

    private DayFiles(JournalDirectory directory, Executor readers, BodyCipher cipher, List<DayFile> days) {
        this.directory = directory;
        this.readers = readers;
        this.cipher = cipher;
        this.days = List.copyOf(days);
    }

    static DayFiles open(JournalDirectory directory, Executor readers, BodyCipher cipher, LocalDate today) {
        List<DayFile> opened = new ArrayList<>();
        try {
            long end = 0;
            for (LocalDate day : daysIn(directory.path())) {
                DayFile file = DayFile.open(directory.path(), day, end, cipher);
                opened.add(file);
                end = Math.max(end, file.end());
            }
            if (opened.isEmpty()) {
                opened.add(DayFile.open(directory.path(), today, 0, cipher));
                directory.sync();
            }
        } catch (IOException e) {
            opened.forEach(DayFile::close);
            throw new JournalFailure("cannot read journal directory %s (%s)".formatted(directory.path(), e), e);
        } catch (JournalFailure e) {
            opened.forEach(DayFile::close);
            throw e;
        }
        DayFiles files = new DayFiles(directory, readers, cipher, opened);
        readers.execute(() -> files.older().forEach(DayFile::buildFilter));
        return files;
    }

    private static List<LocalDate> daysIn(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("journal-") && name.endsWith(".db"))
                    .map(name -> dayOf(directory, name))
                    .sorted()
                    .toList();
        }
    }

    private static LocalDate dayOf(Path directory, String name) {
        try {
            return LocalDate.parse(name.substring("journal-".length(), name.length() - ".db".length()));
        } catch (DateTimeParseException e) {
            throw new JournalFailure(
                    "%s is not named after a day: move it out of the journal's directory"
                            .formatted(directory.resolve(name)),
                    e);
        }
    }

    List<DayFile> all() {
        return days;
    }

    DayFile newest() {
        return days.getLast();
    }

    private List<DayFile> older() {
        return days.subList(0, days.size() - 1);
    }

    /** The file for events that arrive today. A clock that goes back keeps to the newest file. */
    DayFile of(LocalDate today) throws IOException {
        DayFile newest = newest();
        if (!today.isAfter(newest.day())) {
            return newest;
        }
        DayFile file = DayFile.open(directory.path(), today, newest.end(), cipher);
        directory.sync();
        days = Stream.concat(days.stream(), Stream.of(file)).toList();
        readers.execute(newest::buildFilter);
        return file;
    }

    /** Whether a day before the newest has the event. */
    boolean olderHas(byte[] key) {
        List<DayFile> older = older();
        for (int i = older.size() - 1; i >= 0; i--) {
            if (older.get(i).positionOf(key).isPresent()) {
                return true;
            }
        }
        return false;
    }

    OptionalLong positionOf(byte[] key) {
        return days.reversed().stream()
                .map(day -> day.positionOf(key))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** The batch that holds the position, or the first one after it when what was there is no longer kept. */
    @Nullable
    Batch batchAt(long position) {
        for (DayFile day : days) {
            Batch batch = day.end() > position ? day.batchAt(position) : null;
            if (batch != null) {
                return batch;
            }
        }
        return null;
    }

    /** Deletes the days before {@code firstKept} that hold nothing after {@code read}. */
    void expire(LocalDate firstKept, long read) {
        List<DayFile> all = days;
        int gone = 0;
        while (gone < all.size() - 1
                && all.get(gone).day().isBefore(firstKept)
                && all.get(gone).end() <= read) {
            gone++;
        }
        if (gone > 0) {
            days = List.copyOf(all.subList(gone, all.size()));
            all.subList(0, gone).forEach(DayFile::delete);
        }
    }

    void close() {
        days.forEach(DayFile::close);
    }
}
