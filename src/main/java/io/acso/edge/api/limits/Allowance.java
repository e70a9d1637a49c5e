package io.acso.edge.api.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/**
 * So many requests in a minute for each of many, as a bucket that fills evenly. Tells its state in the fields
 * RateLimit-Policy and RateLimit of draft-ietf-httpapi-ratelimit-headers-10.
 */
final class Allowance {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** A bucket that nobody has used for a window is full, and so is a new one. */
    private static final int MOST_BUCKETS = 100_000;

    private final String name;
    private final int quota;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /** @param name of the policy, as the fields tell it */
    Allowance(String name, int quota, InstantSource clock) {
        this.name = name;
        this.quota = quota;
        this.time = new Clock(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(WINDOW)
                .ticker(time::currentTimeNanos)
                .build();
    }

    private record Clock(InstantSource source) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(source.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** Takes one request off and says in the answer's header what is left; false when nothing was. */
    boolean take(String key, HttpServletResponse response) {
        ConsumptionProbe probe = buckets.get(key, any -> bucket()).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, quota, WINDOW.toSeconds()));
        response.setHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        if (!probe.isConsumed()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds(probe.getNanosToWaitForRefill()))));
        }
        return probe.isConsumed();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
