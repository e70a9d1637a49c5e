package io.acso.edge.ingest;

/**
 * What bounds one call of {@link Ingest#accept}.
 *
 * @param record the largest record taken as an event, in bytes
 * @param kept the largest unreadable record kept whole, for replay, in bytes; of a larger one only the
 *     beginning is kept
 * @param batch how many events are appended to the journal at once
 * @param batchBytes how many bytes of raw records wait, at the most, before they are appended
 * @param quarantined after how many unreadable records the input is given up: it is hardly a log
 */
public record IngestLimits(int record, int kept, int batch, long batchBytes, int quarantined) {

    /** 1 MiB a record, 16 MiB kept, 500 events or 4 MiB a batch, 10,000 unreadable records. */
    public static final IngestLimits DEFAULT =
            new IngestLimits(1024 * 1024, 16 * 1024 * 1024, 500, 4L * 1024 * 1024, 10_000);

    public IngestLimits {
        if (record < 1 || kept < record || batch < 1 || batchBytes < 1 || quarantined < 1) {
            throw new IllegalArgumentException("ingest limits must be positive, and kept at least record");
        }
    }
}
