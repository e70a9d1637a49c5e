package io.acso.platform.journal.aws;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** What is known of the stream, asked now and then. */
final class StreamFacts {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final String ONLY = "stream";

    private final KinesisClient kinesis;
    private final String stream;
    private final LoadingCache<String, List<String>> shards;
    private final LoadingCache<String, Duration> retention;

    StreamFacts(KinesisClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.shards = Caffeine.newBuilder().expireAfterWrite(FRESH).build(_ -> listed());
        this.retention = Caffeine.newBuilder()
                .expireAfterWrite(FRESH)
                .build(_ -> Duration.ofHours(summary().retentionPeriodHours()));
    }

    StreamDescriptionSummary summary() {
        return kinesis.describeStreamSummary(request -> request.streamName(stream))
                .streamDescriptionSummary();
    }

    /** Those that hold or may hold records, closed ones included. */
    List<String> shards() {
        return shards.get(ONLY);
    }

    Duration retention() {
        return retention.get(ONLY);
    }

    private List<String> listed() {
        List<String> ids = new ArrayList<>();
        @Nullable String next = null;
        do {
            ListShardsRequest.Builder request = ListShardsRequest.builder();
            ListShardsResponse page =
                    kinesis.listShards((next == null ? request.streamName(stream) : request.nextToken(next)).build());
            page.shards().forEach(shard -> ids.add(shard.shardId()));
            next = page.nextToken();
        } while (next != null);
        return ids.stream().sorted().toList();
    }
}
