package io.acso.platform.durability.aws;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where durable state is kept on AWS, and how queues behave there.
 *
 * @param table name of the DynamoDB table
 * @param queuePrefix begins the names of the SQS queues that wake consumers, one for each queue
 * @param create makes the table and the SQS queues when they are not there; else they are expected
 * @param topicArn of the SNS topic that announcements are published to; none when not set
 * @param eventBus name or ARN of the EventBridge bus that announcements are put on; none when not set
 * @param maxAttempts deliveries after which a message becomes a dead letter
 * @param backoffBase wait before the first redelivery; doubles with every further one, less up to half by chance
 * @param backoffMost the longest wait before a redelivery
 * @param inboxRetention how long the ids of handled messages are remembered, so that a copy is dropped
 * @param pulse the longest time between two looks for due timers, leases that ran out and messages that nobody was
 *     woken for
 */
@ConfigurationProperties("acso.durability.aws")
public record AwsDurabilitySettings(
        @Nullable String table,
        @DefaultValue("acso-") String queuePrefix,
        @DefaultValue("false") boolean create,
        @Nullable String topicArn,
        @Nullable String eventBus,
        @DefaultValue("6") int maxAttempts,
        @DefaultValue("1s") Duration backoffBase,
        @DefaultValue("5m") Duration backoffMost,
        @DefaultValue("14d") Duration inboxRetention,
        @DefaultValue("1s") Duration pulse) {

    public AwsDurabilitySettings {
        require(maxAttempts >= 1, "max-attempts is at least 1");
        require(
                !backoffBase.isNegative() && backoffMost.compareTo(backoffBase) >= 0,
                "backoff-base is zero or more, and backoff-most no less than it");
        require(inboxRetention.isPositive(), "inbox-retention is more than zero");
        require(pulse.isPositive(), "pulse is more than zero");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("acso.durability.aws." + what);
        }
    }
}
