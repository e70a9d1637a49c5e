package io.acso.platform.journal.aws;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.acso.domain.event.Event;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * Reads one shard for all its readers: what was fetched for one, the next gets from memory, since Kinesis
 * answers five calls a second for a shard and no more.
 */
final class ShardReader {

    private static final int MOST_EMPTY = 10;
    private static final Duration TIP_HOLDS = Duration.ofMillis(200);

    /** Kinesis forgets them after five minutes. */
    private static final Duration ITERATOR_HOLDS = Duration.ofMinutes(4);

    private static final int MOST_LINKS = 100_000;

    private final String shard;
    private final ShardCalls calls;
    private final Copies copies;
    private final ReentrantLock lock = new ReentrantLock();
    private final Cache<BigInteger, Batch> batches;
    private final Cache<BigInteger, BigInteger> successors =
            Caffeine.newBuilder().maximumSize(MOST_LINKS).build();
    private final Cache<BigInteger, String> iterators = Caffeine.newBuilder()
            .expireAfterWrite(ITERATOR_HOLDS)
            .maximumSize(MOST_LINKS)
            .build();
    private final Cache<BigInteger, Boolean> tips =
            Caffeine.newBuilder().expireAfterWrite(TIP_HOLDS).build();

    /** @param mostInMemory of what was read, about in bytes */
    ShardReader(String shard, ShardCalls calls, Copies copies, long mostInMemory) {
        this.shard = shard;
        this.calls = calls;
        this.copies = copies;
        this.batches = Caffeine.newBuilder()
                .maximumWeight(mostInMemory)
                .<BigInteger, Batch>weigher((_, batch) -> batch.weight())
                .build();
    }

    /** A record that this process wrote and knows the places of. */
    void wrote(Batch batch) {
        batches.put(batch.sequence(), batch);
    }

    /** Something was written: the end is not where it was. */
    void grown() {
        tips.invalidateAll();
    }

    /** The record in which the position lies, or the next one after it; null at the end, or when it lies far off. */
    @Nullable
    Batch following(Position at) {
        lock.lock();
        try {
            BigInteger next = at.done() == Position.ALL ? successors.getIfPresent(at.sequence()) : at.sequence();
            @Nullable Batch known = next == null ? null : batches.getIfPresent(next);
            if (known != null) {
                return known;
            }
            return at.done() == Position.ALL && tips.getIfPresent(at.sequence()) != null ? null : fetch(at);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Batch fetch(Position at) {
        for (int i = 0; i < MOST_EMPTY; i++) {
            boolean behind = at.done() == Position.ALL;
            @Nullable String iterator = behind ? iterators.getIfPresent(at.sequence()) : null;
            GetRecordsResponse answer = calls.records(shard, iterator == null ? calls.iterator(shard, at) : iterator);
            List<Record> records = answer.records().stream()
                    .filter(record -> !behind || new BigInteger(record.sequenceNumber()).compareTo(at.sequence()) > 0)
                    .toList();
            if (!records.isEmpty()) {
                return linked(at, records, answer.nextShardIterator());
            }
            boolean more = answer.nextShardIterator() != null && answer.millisBehindLatest() > 0;
            if (behind && answer.nextShardIterator() != null) {
                iterators.put(at.sequence(), answer.nextShardIterator());
            }
            if (!more) {
                tips.put(at.sequence(), true);
                break;
            }
        }
        return null;
    }

    /** Whether nothing followed the position a moment ago, as far as to the end of the shard. */
    boolean isAtEnd(Position at) {
        return tips.getIfPresent(at.sequence()) != null;
    }

    private @Nullable Batch linked(Position at, List<Record> records, @Nullable String nextIterator) {
        Map<BigInteger, Batch> fetched = decoded(records);
        BigInteger last = at.sequence();
        for (BigInteger sequence : new TreeSet<>(fetched.keySet())) {
            if (!sequence.equals(last)) {
                successors.put(last, sequence);
            }
            last = sequence;
        }
        if (nextIterator != null) {
            iterators.put(last, nextIterator);
        }
        return fetched.get(new BigInteger(records.getFirst().sequenceNumber()));
    }

    private Map<BigInteger, Batch> decoded(List<Record> records) {
        Map<BigInteger, Batch> all = new HashMap<>();
        List<Record> unknown = records.stream()
                .filter(record -> {
                    @Nullable Batch known = batches.getIfPresent(new BigInteger(record.sequenceNumber()));
                    if (known != null) {
                        all.put(known.sequence(), known);
                    }
                    return known == null;
                })
                .toList();
        for (Batch batch : copies.without(shard, unknown)) {
            batches.put(batch.sequence(), batch);
            all.put(batch.sequence(), batch);
        }
        return all;
    }

    /** Those of the events that the records still hold. */
    void collect(Map<String, EventPlace> places, Map<String, Event> found) {
        SortedSet<BigInteger> wanted = new TreeSet<>();
        places.values().forEach(place -> wanted.add(place.sequence()));
        while (!wanted.isEmpty()) {
            BigInteger first = wanted.getFirst();
            @Nullable Batch known = batches.getIfPresent(first);
            Map<BigInteger, Batch> some = known == null
                    ? decoded(calls.from(shard, first).stream()
                            .filter(record -> wanted.contains(new BigInteger(record.sequenceNumber())))
                            .toList())
                    : Map.of(first, known);
            for (Batch batch : some.values()) {
                batch.events().stream()
                        .filter(event -> places.containsKey(event.id()))
                        .forEach(event -> found.put(event.id(), event));
            }
            // What is not there when asked for by its number has been trimmed.
            wanted.remove(first);
            wanted.removeAll(some.keySet());
        }
    }
}
