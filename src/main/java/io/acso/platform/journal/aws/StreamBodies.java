package io.acso.platform.journal.aws;

import io.acso.platform.crypto.Place;
import io.acso.platform.crypto.Rewritable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * What the stream holds of ciphertext, so that no key is forgotten that it needs. A stream cannot be rewritten:
 * what is under an old key goes with the stream's retention.
 */
final class StreamBodies implements Rewritable {

    static final String STORE = "journal";

    private final KinesisClient kinesis;
    private final String stream;
    private final StreamFacts facts;

    StreamBodies(KinesisClient kinesis, String stream, StreamFacts facts) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.facts = facts;
    }

    static Place place(String stream) {
        return Place.of(STORE, "stream", stream);
    }

    @Override
    public String store() {
        return STORE;
    }

    /** A pass stands at {@code shard/iterator}. */
    @Override
    public @Nullable String rewrite(@Nullable String after, int most, Rewriter rewriter) {
        List<String> shards = facts.shards();
        String shard = after == null ? shards.getFirst() : after.substring(0, after.indexOf('/'));
        String iterator = after == null ? beginning(shard) : after.substring(after.indexOf('/') + 1);
        GetRecordsResponse page =
                kinesis.getRecords(request -> request.shardIterator(iterator).limit(most));
        for (Record record : page.records()) {
            RecordFormat.ciphertext(record.data().asByteArrayUnsafe())
                    .ifPresent(body -> rewriter.rewrite(body, place(stream)));
        }
        if (page.nextShardIterator() != null && page.millisBehindLatest() > 0) {
            return shard + "/" + page.nextShardIterator();
        }
        int next = shards.indexOf(shard) + 1;
        return next == 0 || next == shards.size() ? null : shards.get(next) + "/" + beginning(shards.get(next));
    }

    private String beginning(String shard) {
        return kinesis.getShardIterator(request ->
                        request.streamName(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }
}
