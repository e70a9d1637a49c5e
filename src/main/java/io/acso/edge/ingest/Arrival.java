package io.acso.edge.ingest;

import java.time.Instant;

/** When a record came. */
public record Arrival(Instant at) {

    /** The time, or the arrival when that is earlier: nothing can have happened later than it was told. */
    public Instant clamp(Instant time) {
        return time.isAfter(at) ? at : time;
    }
}
