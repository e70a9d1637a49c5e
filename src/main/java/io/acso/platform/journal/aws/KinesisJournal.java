package io.acso.platform.journal.aws;

import io.acso.domain.event.Event;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsNotConfigured;
import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.crypto.Rewritable;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.JournalFailure;
import io.acso.platform.objects.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * The journal in a Kinesis stream. A shard is a partition, and all events of a source are in one. An event may be
 * in the stream twice; it is read once, in the place that the index table names.
 */
public final class KinesisJournal implements Journal {

    private static final long POLL_MILLIS = 250;
    private static final long IN_MEMORY = 64L * 1024 * 1024;

    /** An index item outlives the event by this, and so does the object of a large one. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private final KinesisClient kinesis;
    private final DynamoDbClient dynamo;
    private final String stream;
    private final InstantSource clock;
    private final StreamFacts facts;
    private final EventIndex index;
    private final Appending appending;
    private final Copies copies;
    private final ShardCalls calls;
    private final Pauses pauses = new Pauses();
    private final Bell bell = new Bell();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, ShardReader> readers = new ConcurrentHashMap<>();

    private KinesisJournal(
            KinesisSettings settings,
            String stream,
            String table,
            KinesisClient kinesis,
            DynamoDbClient dynamo,
            ObjectStore objects,
            BodyCipher cipher,
            InstantSource clock) {
        this.kinesis = kinesis;
        this.dynamo = dynamo;
        this.stream = stream;
        this.clock = clock;
        this.facts = new StreamFacts(kinesis, stream);
        Supplier<Duration> kept = () -> facts.retention().plus(MARGIN);
        RecordFormat format = new RecordFormat(cipher, StreamBodies.place(stream), objects, clock, kept);
        this.index = new EventIndex(
                dynamo, table, () -> clock.instant().plus(kept.get()).getEpochSecond(), pauses, threads);
        this.appending = new Appending(kinesis, stream, format, pauses);
        this.copies = new Copies(index, format);
        this.calls = new ShardCalls(kinesis, stream, facts, clock, settings.resumeAfterGap());
    }

    /**
     * Opens the journal after a look whether stream and table are there.
     *
     * @param objects takes events that are larger than a record may be
     * @param cipher of the records
     * @throws AwsNotConfigured when one is not named, or not there
     */
    public static KinesisJournal open(
            KinesisSettings settings, AwsClients clients, ObjectStore objects, BodyCipher cipher, InstantSource clock) {
        String stream = named(settings.stream(), "acso.journal.aws.stream");
        String table = named(settings.indexTable(), "acso.journal.aws.index-table");
        KinesisClient kinesis = clients.build(KinesisClient.SERVICE_NAME, KinesisClient.builder());
        DynamoDbClient dynamo = clients.build(DynamoDbClient.SERVICE_NAME, DynamoDbClient.builder());
        KinesisJournal journal = new KinesisJournal(settings, stream, table, kinesis, dynamo, objects, cipher, clock);
        try {
            journal.facts.summary();
            dynamo.describeTable(request -> request.tableName(table));
            return journal;
        } catch (SdkException e) {
            journal.close();
            throw new AwsNotConfigured(
                    "the journal's stream %s or its index table %s cannot be used (%s): make them, and allow what docs/guides/aws.md lists"
                            .formatted(stream, table, e.getMessage()));
        }
    }

    private static String named(@Nullable String name, String setting) {
        if (name == null || name.isBlank()) {
            throw new AwsNotConfigured("the journal is to be kept on AWS: set " + setting);
        }
        return name;
    }

    @Override
    public Appended append(List<Event> batch) {
        Map<String, Event> distinct = new LinkedHashMap<>();
        batch.forEach(event -> distinct.putIfAbsent(event.id(), event));
        int accepted = asked(() -> {
            distinct.keySet().removeAll(index.find(distinct.keySet()).keySet());
            return distinct.isEmpty() ? 0 : write(List.copyOf(distinct.values()));
        });
        return new Appended(accepted, batch.size() - accepted);
    }

    private int write(List<Event> events) {
        List<Appending.Written> written = appending.write(events);
        Map<String, EventPlace> here = new HashMap<>();
        written.forEach(record -> Copies.number(record.shard(), record.sequence(), record.events(), here));
        Map<String, EventPlace> places = index.claim(here);
        int accepted = 0;
        for (Appending.Written record : written) {
            List<Event> kept = Copies.kept(record.shard(), record.sequence(), record.events(), places);
            reader(record.shard()).wrote(new Batch(record.sequence(), clock.instant(), kept));
            accepted += kept.size();
        }
        written.forEach(record -> reader(record.shard()).grown());
        bell.ring();
        return accepted;
    }

    @Override
    public List<String> partitions() {
        return asked(facts::shards);
    }

    @Override
    public Slice read(String partition, String position, int max) {
        Position from = Position.parse(position);
        return isThere(partition) ? asked(() -> slice(reader(partition), from, max)) : new Slice(List.of(), position);
    }

    private Slice slice(ShardReader reader, Position from, int max) {
        List<Event> events = new ArrayList<>();
        Position at = from;
        while (events.size() < max) {
            Instant before = clock.instant();
            @Nullable Batch batch = reader.following(at);
            if (batch == null) {
                at = reader.isAtEnd(at) ? at.quietUntil(before) : at;
                break;
            }
            int done = batch.sequence().equals(at.sequence()) ? at.done() : 0;
            int end = Math.min(batch.events().size(), done + max - events.size());
            events.addAll(batch.events().subList(done, end));
            at = Position.in(batch, end);
        }
        return new Slice(events, at.text());
    }

    /** False when all it held was trimmed, long after it was closed. */
    private boolean isThere(String partition) {
        if (partitions().contains(partition)) {
            return true;
        }
        if (readers.containsKey(partition)) {
            return false;
        }
        throw new IllegalArgumentException("stream " + stream + " has no shard '" + partition + "'");
    }

    private ShardReader reader(String shard) {
        return readers.computeIfAbsent(
                shard,
                id -> new ShardReader(
                        id,
                        calls,
                        copies,
                        IN_MEMORY / Math.max(1, facts.shards().size())));
    }

    @Override
    public boolean await(String partition, String position, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            long before = bell.times();
            if (!read(partition, position, 1).events().isEmpty()) {
                return true;
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            bell.await(before, Math.min(left, POLL_MILLIS));
        }
    }

    @Override
    public Map<String, Event> find(Collection<String> eventIds) {
        return asked(() -> {
            Map<String, Map<String, EventPlace>> byShard = new HashMap<>();
            index.find(List.copyOf(new LinkedHashSet<>(eventIds)))
                    .forEach((id, place) -> byShard.computeIfAbsent(place.shard(), _ -> new HashMap<>())
                            .put(id, place));
            Map<String, Event> found = new HashMap<>();
            byShard.forEach((shard, places) -> reader(shard).collect(places, found));
            return Map.copyOf(found);
        });
    }

    /** The stream keeps events for its time whoever has read them; a reader that comes too late is told. */
    @Override
    public void reached(String reader, String partition, String position) {
        // nothing to keep
    }

    /** What the stream holds of ciphertext, for the check before a key is forgotten. */
    public Rewritable bodies() {
        return new StreamBodies(kinesis, stream, facts);
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new JournalFailure("the journal on AWS cannot be reached or refuses (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() {
        pauses.close();
        threads.close();
        kinesis.close();
        dynamo.close();
    }
}
