package io.acso.platform.journal.aws;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the journal is kept on AWS.
 *
 * @param stream name of the Kinesis stream, whose retention is how long events are kept; none by default
 * @param indexTable name of the DynamoDB table with the binary partition key id and the time-to-live
 *     attribute ttl; none by default
 * @param resumeAfterGap whether a reader that finds events gone that it has not read goes on behind them, or
 *     stops and says so
 */
@ConfigurationProperties("acso.journal.aws")
public record KinesisSettings(
        @Nullable String stream,
        @Nullable String indexTable,
        @DefaultValue("false") boolean resumeAfterGap) {}
