package io.acso.core.detection.correlation;

/** How far a source of events has come. Times are in microseconds. */
final class Source {

    private final String name;
    private long newest;
    private long heard;

    Source(String name, long newest, long heard) {
        this.name = name;
        this.newest = newest;
        this.heard = heard;
    }

    String name() {
        return name;
    }

    /** The newest event time. */
    long newest() {
        return newest;
    }

    /** The newest arrival. */
    long heard() {
        return heard;
    }

    void hear(long time, long arrival) {
        newest = Math.max(newest, time);
        heard = Math.max(heard, arrival);
    }
}
