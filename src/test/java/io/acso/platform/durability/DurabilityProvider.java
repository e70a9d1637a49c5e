package io.acso.platform.durability;

import java.time.Duration;
import java.time.InstantSource;

/** What an adapter's test class supplies to the contract suites. */
public interface DurabilityProvider extends AutoCloseable {

    /** How the suites want a provider to behave; what they measure follows from it. */
    int MAX_ATTEMPTS = 3;

    Duration BACKOFF_BASE = Duration.ofSeconds(1);
    Duration BACKOFF_MOST = Duration.ofSeconds(10);
    Duration INBOX_RETENTION = Duration.ofDays(14);

    /** Opens the state of this test, the same again after it was closed, with index reads that lag so long. */
    Durability open(InstantSource clock, Duration indexLag);

    /** How many bytes it adds to what is stored, which count for the limits. */
    default int overhead() {
        return 0;
    }

    @Override
    void close();
}
