package io.acso.edge.connector.resilience;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much trouble outside is borne.
 *
 * @param attempts how often an action is attempted, the first time included, where that is safe
 * @param backoff the pause after the first attempt; about twice as long after each further one
 * @param window of this many last calls of one outside party half failed: it is left alone
 * @param openFor how long it is left alone before it is tried again
 * @param atOnce calls of one outside party at the same time
 * @param patience how long a call waits for one of these places, or for its turn under the rate limit
 * @param perMinute actions of one kind in a minute
 */
@ConfigurationProperties("acso.resilience")
public record ResilienceSettings(
        @DefaultValue("3") int attempts,
        @DefaultValue("500ms") Duration backoff,
        @DefaultValue("10") int window,
        @DefaultValue("30s") Duration openFor,
        @DefaultValue("8") int atOnce,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("120") int perMinute) {

    public ResilienceSettings {
        if (attempts < 1 || window < 2 || atOnce < 1 || perMinute < 1) {
            throw new IllegalArgumentException(
                    "acso.resilience: attempts, at-once and per-minute are at least 1, and window at least 2");
        }
    }
}
