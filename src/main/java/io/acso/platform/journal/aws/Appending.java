package io.acso.platform.journal.aws;

import io.acso.domain.event.Event;
import io.acso.domain.kernel.Digest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/**
 * Writes events to the stream. Those of one source go to one shard, and a record of it follows when the one
 * before is acknowledged, since Kinesis does not keep the order within a call.
 */
final class Appending {

    private static final int MOST_RECORDS = 500;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final KinesisClient kinesis;
    private final String stream;
    private final RecordFormat format;
    private final Pauses pauses;

    /** A record that Kinesis has. */
    record Written(String shard, BigInteger sequence, List<Event> events) {}

    private record Pending(String key, RecordFormat.Encoded record) {
        PutRecordsRequestEntry entry() {
            return PutRecordsRequestEntry.builder()
                    .partitionKey(key)
                    .data(SdkBytes.fromByteArrayUnsafe(record.data()))
                    .build();
        }
    }

    Appending(KinesisClient kinesis, String stream, RecordFormat format, Pauses pauses) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.format = format;
        this.pauses = pauses;
    }

    /** Returns when Kinesis has all of them. */
    List<Written> write(List<Event> events) {
        Map<String, List<Event>> bySource = new LinkedHashMap<>();
        events.forEach(event ->
                bySource.computeIfAbsent(event.source(), _ -> new ArrayList<>()).add(event));
        List<Iterator<Pending>> sources = new ArrayList<>();
        bySource.forEach((source, some) -> {
            String key = Digest.ofParts(source).hex();
            sources.add(format.encode(some).stream()
                    .map(record -> new Pending(key, record))
                    .iterator());
        });
        List<Written> written = new ArrayList<>();
        while (!sources.isEmpty()) {
            put(sources.stream().map(Iterator::next).toList(), written);
            sources.removeIf(source -> !source.hasNext());
        }
        return written;
    }

    /** One record of each source. */
    private void put(List<Pending> records, List<Written> written) {
        List<Pending> request = new ArrayList<>();
        int bytes = 0;
        for (Pending record : records) {
            int size = record.record().data().length;
            if (request.size() == MOST_RECORDS || bytes + size > MOST_BYTES) {
                putUntilTaken(request, written);
                request = new ArrayList<>();
                bytes = 0;
            }
            request.add(record);
            bytes += size;
        }
        putUntilTaken(request, written);
    }

    private void putUntilTaken(List<Pending> records, List<Written> written) {
        List<Pending> left = records;
        Pauses.Series pause = pauses.series();
        while (!left.isEmpty()) {
            List<Pending> now = left;
            List<PutRecordsResultEntry> answers = kinesis.putRecords(request -> request.streamName(stream)
                            .records(now.stream().map(Pending::entry).toList()))
                    .records();
            List<Pending> again = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                PutRecordsResultEntry answer = answers.get(i);
                if (answer.errorCode() == null) {
                    List<Event> events = now.get(i).record().events();
                    written.add(new Written(answer.shardId(), new BigInteger(answer.sequenceNumber()), events));
                } else {
                    again.add(now.get(i));
                }
            }
            left = again;
            if (!left.isEmpty()) {
                pause.next("the stream " + stream + " takes no more for now");
            }
        }
    }
}
