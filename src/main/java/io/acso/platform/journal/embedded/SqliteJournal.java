package io.acso.platform.journal.embedded;

import io.acso.domain.event.Event;
import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.crypto.Rewritable;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.JournalFailure;
import io.acso.platform.journal.JournalFull;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The journal in SQLite files rolled by day of arrival. It has one partition; a position counts the events
 * before it over all files, as decimal text.
 */
public final class SqliteJournal implements Journal {

    private static final System.Logger LOG = System.getLogger(SqliteJournal.class.getName());
    private static final String PARTITION = "0";
    private static final int READING_THREADS = 4;
    private static final Duration READERS_CATCH_UP = Duration.ofSeconds(5);
    private static final Duration DISK_GETS_SPACE = Duration.ofMinutes(1);

    private final JournalDirectory directory;
    private final Settings settings;
    private final ExecutorService readers;
    private final DayFiles files;
    private final ReaderPositions positions;
    private final RecentBatches recent = new RecentBatches();
    private final Tail tail;
    private final JournalWriter writer;

    /**
     * Limits of the journal.
     *
     * @param mostUnread how many events the slowest reader may be behind before appends are refused
     * @param leastFreeBytes of the disk, below which appends are refused
     * @param retainDays days of arrival to keep, today not counted; a day that a known reader has not read
     *     through is kept longer
     */
    public record Settings(long mostUnread, long leastFreeBytes, int retainDays) {

        public static final Settings DEFAULT = new Settings(2_000_000, 1L << 30, 7);

        public Settings {
            if (mostUnread < 1 || leastFreeBytes < 0 || retainDays < 0) {
                throw new IllegalArgumentException(
                        "the journal needs at least one unread event, and free bytes and days that are not negative");
            }
        }
    }

    private SqliteJournal(JournalDirectory directory, InstantSource clock, Settings settings, BodyCipher cipher) {
        this.directory = directory;
        this.settings = settings;
        this.readers = Executors.newFixedThreadPool(
                READING_THREADS,
                Thread.ofPlatform().name("journal-reader-", 0).daemon().factory());
        try {
            this.positions = ReaderPositions.load(directory.path());
            this.files =
                    DayFiles.open(directory, readers, cipher, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        } catch (JournalFailure e) {
            readers.shutdown();
            throw e;
        }
        this.tail = new Tail(files.newest().end());
        this.writer = new JournalWriter(files, recent, tail, clock, () -> tidy(clock));
    }

    /** Opens the journal with its batches in clear. */
    public static SqliteJournal open(Path directory, InstantSource clock, Settings settings) {
        return open(directory, clock, settings, BodyCipher.NONE);
    }

    /**
     * Opens the journal, made when it is not there, for this process alone.
     *
     * @param cipher of the batches, which hold the events whole; the index of event ids holds hashes only
     * @throws JournalFailure when the directory is unwritable or in use, or a file damaged or of a newer version
     */
    public static SqliteJournal open(Path directory, InstantSource clock, Settings settings, BodyCipher cipher) {
        JournalDirectory claimed = JournalDirectory.claim(directory);
        if (System.getProperty("org.sqlite.tmpdir") == null) {
            // The driver unpacks its native library there; the machine's own directory may forbid execution.
            System.setProperty("org.sqlite.tmpdir", directory.toString());
        }
        try {
            return new SqliteJournal(claimed, clock, settings, cipher);
        } catch (JournalFailure e) {
            claimed.close();
            throw e;
        }
    }

    @Override
    public Appended append(List<Event> batch) {
        if (batch.isEmpty()) {
            return new Appended(0, 0);
        }
        admit();
        try {
            return writer.append(EncodedBatch.split(batch));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalFailure("interrupted while waiting for the journal", e);
        }
    }

    private void admit() {
        positions
                .slowest()
                .filter(slowest -> tail.end() - slowest.position() >= settings.mostUnread)
                .ifPresent(slowest -> {
                    throw new JournalFull(
                            "reader '%s' is %d events behind: let it catch up, or remove it from %s if it is gone"
                                    .formatted(slowest.reader(), tail.end() - slowest.position(), positions.file()),
                            READERS_CATCH_UP);
                });
        long free = directory.freeBytes();
        if (free < settings.leastFreeBytes) {
            throw new JournalFull(
                    "%d bytes are free for %s, which keeps %d back: free some space"
                            .formatted(free, directory.path(), settings.leastFreeBytes),
                    DISK_GETS_SPACE);
        }
    }

    /** The batches of all days, for re-encryption. */
    public Rewritable bodies() {
        return new JournalBodies(files, writer);
    }

    @Override
    public List<String> partitions() {
        return List.of(PARTITION);
    }

    @Override
    public Slice read(String partition, String position, int max) {
        long at = number(partition, position);
        List<Event> events = new ArrayList<>();
        while (events.size() < max && at < tail.end()) {
            Batch batch = batchAt(at);
            if (batch == null) {
                break;
            }
            List<Event> taken = batch.from(Math.max(at, batch.first()), max - events.size());
            events.addAll(taken);
            at = Math.max(at, batch.first()) + taken.size();
        }
        return new Slice(events, Long.toString(at));
    }

    private @Nullable Batch batchAt(long position) {
        Batch known = recent.containing(position);
        return known != null ? known : onReadingThread(() -> load(position));
    }

    private @Nullable Batch load(long position) {
        Batch loaded = files.batchAt(position);
        if (loaded != null) {
            recent.put(loaded);
        }
        return loaded;
    }

    @Override
    public boolean await(String partition, String position, Duration most) throws InterruptedException {
        return tail.awaitBeyond(number(partition, position), most);
    }

    @Override
    public Map<String, Event> find(Collection<String> eventIds) {
        return onReadingThread(() -> {
            Map<String, Event> found = new HashMap<>();
            for (String id : eventIds) {
                files.positionOf(EventKey.of(id)).ifPresent(position -> {
                    Batch known = recent.containing(position);
                    Batch batch = known == null ? load(position) : known;
                    if (batch != null && batch.contains(position)) {
                        found.put(id, batch.from(position, 1).getFirst());
                    }
                });
            }
            return Map.copyOf(found);
        });
    }

    @Override
    public void reached(String reader, String partition, String position) {
        positions.reached(reader, number(partition, position));
    }

    private long number(String partition, String position) {
        if (!partition.equals(PARTITION)) {
            throw new IllegalArgumentException("this journal has the partition 0 only, not '" + partition + "'");
        }
        try {
            long number = position.equals(BEGINNING) ? 0 : Long.parseUnsignedLong(position);
            if (number < 0 || number > tail.end()) {
                throw new IllegalArgumentException("position %s lies beyond the journal's end at %d: was the journal"
                                .formatted(position, tail.end())
                        + " restored from an older backup? Restore its readers with it");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a position of this journal: '" + position + "'", e);
        }
    }

    private <T extends @Nullable Object> T onReadingThread(Supplier<T> work) {
        return Outcomes.of(CompletableFuture.supplyAsync(work, readers));
    }

    /** On the writer's thread: keeps positions and lets old days go. */
    private void tidy(InstantSource clock) {
        try {
            positions.save();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            long read = positions.slowest().map(ReaderPositions.Place::position).orElse(Long.MAX_VALUE);
            files.expire(today.minusDays(settings.retainDays), read);
        } catch (IOException | JournalFailure e) {
            LOG.log(System.Logger.Level.WARNING, "the journal's upkeep failed and is tried again", e);
        }
    }

    @Override
    public void close() {
        writer.close();
        readers.shutdown();
        readers.close();
        files.close();
        directory.close();
    }
}
