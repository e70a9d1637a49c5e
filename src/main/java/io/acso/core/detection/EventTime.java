package io.acso.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Event time in microseconds since 1970. What no calendar needs is moved to the nearest end. */
final class EventTime {

    private static final Instant EARLIEST = Instant.parse("-30000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+30000-01-01T00:00:00Z");

    private EventTime() {}

    static long micros(Instant time) {
        Instant within = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        return ChronoUnit.MICROS.between(Instant.EPOCH, within);
    }

    static long micros(Duration duration) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(duration));
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
