package io.acso.platform.journal.aws;

import io.acso.platform.journal.JournalFailure;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The calls that read a shard, and the check that nothing was trimmed before it was read. */
final class ShardCalls {

    private static final System.Logger LOG = System.getLogger(ShardCalls.class.getName());

    /** Few, since a record may hold hundreds of events. */
    private static final int RECORDS = 10;

    private static final int MOST_EMPTY = 5;

    /** Arrival times are approximate. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final KinesisClient kinesis;
    private final String stream;
    private final StreamFacts facts;
    private final InstantSource clock;
    private final boolean resumeAfterGap;

    ShardCalls(KinesisClient kinesis, String stream, StreamFacts facts, InstantSource clock, boolean resumeAfterGap) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.facts = facts;
        this.clock = clock;
        this.resumeAfterGap = resumeAfterGap;
    }

    GetRecordsResponse records(String shard, String iterator) {
        return kinesis.getRecords(request -> request.shardIterator(iterator).limit(RECORDS));
    }

    /** @throws JournalFailure when events after the position may have been trimmed, unless that is settled */
    String iterator(String shard, Position at) {
        GetShardIteratorRequest.Builder request =
                GetShardIteratorRequest.builder().streamName(stream).shardId(shard);
        if (at.isBeginning() || trimmed(shard, at)) {
            request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
        } else if (at.quiet()) {
            // The record itself may be trimmed by now, and its number unknown to Kinesis.
            request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                    .timestamp(at.seen().minus(TOLERANCE));
        } else {
            request.shardIteratorType(
                            at.done() == Position.ALL
                                    ? ShardIteratorType.AFTER_SEQUENCE_NUMBER
                                    : ShardIteratorType.AT_SEQUENCE_NUMBER)
                    .startingSequenceNumber(at.sequence().toString());
        }
        return ask(request.build(), at);
    }

    private String ask(GetShardIteratorRequest request, Position at) {
        try {
            return kinesis.getShardIterator(request).shardIterator();
        } catch (InvalidArgumentException e) {
            throw new JournalFailure(
                    "stream %s knows no position %s (%s): was it made anew? Remove the checkpoints of its readers"
                            .formatted(stream, at.text(), e.getMessage()),
                    e);
        }
    }

    private boolean trimmed(String shard, Position at) {
        Instant horizon = clock.instant().minus(facts.retention());
        if (!at.seen().isBefore(horizon)) {
            return false;
        }
        String gap = "what arrived in shard %s of stream %s between %s and %s was trimmed before it was read"
                .formatted(shard, stream, at.seen(), horizon);
        if (!resumeAfterGap) {
            throw new JournalFailure(
                    gap + ": to go on behind the gap set acso.journal.aws.resume-after-gap, to have more time raise"
                            + " the stream's retention",
                    null);
        }
        LOG.log(Level.ERROR, gap);
        return true;
    }

    /** Records from this one on; none when it is trimmed. */
    List<Record> from(String shard, BigInteger sequence) {
        @Nullable String iterator;
        try {
            iterator = kinesis.getShardIterator(request -> request.streamName(stream)
                            .shardId(shard)
                            .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                            .startingSequenceNumber(sequence.toString()))
                    .shardIterator();
        } catch (InvalidArgumentException trimmed) {
            return List.of();
        }
        for (int i = 0; iterator != null && i < MOST_EMPTY; i++) {
            GetRecordsResponse answer = records(shard, iterator);
            if (!answer.records().isEmpty()) {
                return answer.records();
            }
            iterator = answer.nextShardIterator();
        }
        return List.of();
    }
}
