package io.acso.core.detection.correlation;

/** What was left out, and why; and what was made. */
public final class Counters {

    private long late;
    private long duplicates;
    private long evictedGroups;
    private long droppedEntries;
    private long hurried;
    private long forgottenSources;
    private long matches;

    /** Events older than what was judged already. */
    public long late() {
        return late;
    }

    /** Events that were waiting already. */
    public long duplicates() {
        return duplicates;
    }

    /** Groups dropped for want of room, the longest untouched first. */
    public long evictedGroups() {
        return evictedGroups;
    }

    /** Occurrences dropped because their group had too many, the oldest first. */
    public long droppedEntries() {
        return droppedEntries;
    }

    /** Events judged before their lateness was over, because too many were waiting. */
    public long hurried() {
        return hurried;
    }

    /** Sources whose watermark was forgotten because there are too many. */
    public long forgottenSources() {
        return forgottenSources;
    }

    public long matches() {
        return matches;
    }

    void addLate() {
        late++;
    }

    void addDuplicate() {
        duplicates++;
    }

    void addEvicted() {
        evictedGroups++;
    }

    void addDropped() {
        droppedEntries++;
    }

    void addHurried() {
        hurried++;
    }

    void addForgotten() {
        forgottenSources++;
    }

    void addMatch() {
        matches++;
    }

    /** All of them, in the order of the methods above. */
    long[] values() {
        return new long[] {late, duplicates, evictedGroups, droppedEntries, hurried, forgottenSources, matches};
    }

    void restore(long[] values) {
        late = values[0];
        duplicates = values[1];
        evictedGroups = values[2];
        droppedEntries = values[3];
        hurried = values[4];
        forgottenSources = values[5];
        matches = values[6];
    }
}
