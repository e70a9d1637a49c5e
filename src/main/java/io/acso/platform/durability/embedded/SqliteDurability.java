package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitLimits;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.durability.StoredBodies;
import io.acso.platform.durability.TaskQueue;
import io.acso.platform.durability.Topic;
import io.acso.platform.durability.shared.Announcer;
import io.acso.platform.durability.shared.Signal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Durability in one SQLite file. A directory belongs to one process at a time, so messages that a former process held
 * when it ended can be received again at once.
 */
public final class SqliteDurability implements Durability {

    private final DataDirectory directory;
    private final Settings settings;
    private final Tables tables;
    private final Writer writer;
    private final Readers readers;
    private final Announcer announcer = new Announcer();
    private final Pulse pulse;
    private final RecordStore records;
    private final @Nullable LaggingIndex lagging;
    private final HotRecords hot = new HotRecords();
    private final Map<String, Signal> arrivals = new ConcurrentHashMap<>();

    private SqliteDurability(DataDirectory directory, Database database, InstantSource clock, Settings settings) {
        this.directory = directory;
        this.settings = settings;
        this.tables = new Tables(clock, settings);
        this.readers = new Readers(database, settings.readers());
        this.lagging = lagging(database, clock, settings);
        this.records = new SqliteRecordStore(readers, hot, lagging, clock);
        this.writer = new Writer(database, this::beforehand, this::afterwards);
        this.pulse = new Pulse(writer, tables, clock, settings.pulse());
    }

    /**
     * Opens the directory, made with access for its owner alone when it is not there.
     *
     * @throws DurabilityFailure when another process has it, it is not writable, its database is damaged or was made
     *     by a newer version; the message names the cure
     */
    public static SqliteDurability open(Path directory, InstantSource clock, Settings settings) {
        DataDirectory claimed = DataDirectory.claim(directory);
        try {
            Database database = new Database(claimed, settings);
            database.prepare();
            claimed.sync();
            SqliteDurability durability = new SqliteDurability(claimed, database, clock, settings);
            durability.start();
            return durability;
        } catch (RuntimeException | Error e) {
            claimed.close();
            throw e;
        }
    }

    private void start() {
        try {
            writer.write((session, effects) -> {
                tables.lending().clamp(session, tables.now());
                return "";
            });
        } catch (DurabilityFailure e) {
            close();
            throw e;
        }
        pulse.start();
    }

    @Override
    public void commit(Commit commit) {
        CommitLimits.check(commit);
        writer.write((session, effects) -> {
            tables.apply(session, effects, commit);
            return "";
        });
    }

    /** Runs on the writer's thread before the submitter has its answer. */
    private void beforehand(Effects effects) {
        effects.records().forEach(hot::written);
        effects.rewritten().forEach(hot::forget);
    }

    /** Runs on the writer's thread, in the order of commits. */
    private void afterwards(Effects effects) {
        effects.queues().forEach(queue -> arrivals(queue).raise());
        effects.announcements().forEach((Announcement fact) -> announcer.announce(fact));
        if (effects.timers()) {
            pulse.timerSet();
        }
    }

    private Signal arrivals(String queue) {
        return arrivals.computeIfAbsent(queue, name -> new Signal());
    }

    @Override
    public RecordStore records() {
        return records;
    }

    @Override
    public TaskQueue queue(String name) {
        return new SqliteTaskQueue(name, tables, writer, readers, arrivals(name), settings.pulse());
    }

    @Override
    public List<String> queues() {
        return readers.read(session ->
                session.list(row -> String.valueOf(row.getString(1)), "SELECT name FROM queue ORDER BY name"));
    }

    /** All that is stored with a body. */
    public StoredBodies bodies() {
        return new SqliteBodies(readers, writer);
    }

    @Override
    public Topic topic() {
        return announcer;
    }

    @Override
    public List<LedgerLeaf> leaves(long sequence, int max) {
        return readers.read(session -> Leaves.from(session, sequence, max));
    }

    /** How often the log was synced for commits since it was opened: one sync is for all that waited for it. */
    public long syncs() {
        return writer.syncs();
    }

    /** Finishes what was submitted, then gives the directory free. */
    @Override
    public void close() {
        pulse.close();
        writer.close();
        readers.close();
        if (lagging != null) {
            lagging.close();
        }
        announcer.close();
        directory.close();
    }

    private static @Nullable LaggingIndex lagging(Database database, InstantSource clock, Settings settings) {
        if (settings.indexLag().isZero()) {
            return null;
        }
        try {
            return new LaggingIndex(database.reading(), clock, settings.indexLag());
        } catch (SQLException e) {
            throw database.failure(e);
        }
    }
}
