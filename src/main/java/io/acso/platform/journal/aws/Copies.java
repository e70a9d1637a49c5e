package io.acso.platform.journal.aws;

import io.acso.domain.event.Event;
import io.acso.platform.journal.shared.DamagedBatch;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * Leaves out of records the copies of events that are kept elsewhere. What nobody gave a place yet, since its
 * writer is about to or died before it could, is given the one at which it is read.
 */
final class Copies {

    private static final System.Logger LOG = System.getLogger(Copies.class.getName());

    private final EventIndex index;
    private final RecordFormat format;

    Copies(EventIndex index, RecordFormat format) {
        this.index = index;
        this.format = format;
    }

    List<Batch> without(String shard, List<Record> records) {
        Map<Record, List<Event>> read = new LinkedHashMap<>();
        records.forEach(record -> read.put(record, events(shard, record)));
        Map<String, EventPlace> here = new LinkedHashMap<>();
        read.forEach((record, events) -> number(shard, new BigInteger(record.sequenceNumber()), events, here));
        Map<String, EventPlace> places = index.find(here.keySet());
        Map<String, EventPlace> homeless = new HashMap<>(here);
        homeless.keySet().removeAll(places.keySet());
        places.putAll(index.claim(homeless));
        List<Batch> batches = new ArrayList<>();
        read.forEach((record, events) -> batches.add(batch(shard, record, events, places)));
        return batches;
    }

    private List<Event> events(String shard, Record record) {
        try {
            return format.decode(record.data().asByteArrayUnsafe());
        } catch (DamagedBatch e) {
            // Nothing in this place will ever be readable, and what comes after it must not wait for that.
            LOG.log(
                    Level.ERROR,
                    "record {0} of shard {1} is passed over: {2}",
                    record.sequenceNumber(),
                    shard,
                    e.getMessage());
            return List.of();
        }
    }

    /** The place of each event here, of the first copy if there are several. */
    static void number(String shard, BigInteger sequence, List<Event> events, Map<String, EventPlace> places) {
        for (int i = 0; i < events.size(); i++) {
            places.putIfAbsent(events.get(i).id(), new EventPlace(shard, sequence, i));
        }
    }

    private static Batch batch(String shard, Record record, List<Event> events, Map<String, EventPlace> places) {
        BigInteger sequence = new BigInteger(record.sequenceNumber());
        return new Batch(sequence, record.approximateArrivalTimestamp(), kept(shard, sequence, events, places));
    }

    static List<Event> kept(String shard, BigInteger sequence, List<Event> events, Map<String, EventPlace> places) {
        List<Event> kept = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (new EventPlace(shard, sequence, i)
                    .equals(places.get(events.get(i).id()))) {
                kept.add(events.get(i));
            }
        }
        return kept;
    }
}
