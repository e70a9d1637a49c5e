package io.acso.core.detection.correlation;

import java.util.Comparator;
import java.util.List;

/** An event that waits for older ones that may still come. */
record Pending(long time, String id, List<Contribution> contributions) {

    /** The order in which events are judged, whatever the order in which they came. */
    static final Comparator<Pending> ORDER =
            Comparator.comparingLong(Pending::time).thenComparing(Pending::id);
}
