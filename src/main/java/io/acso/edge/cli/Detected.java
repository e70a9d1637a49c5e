package io.acso.edge.cli;

import io.acso.core.detection.Correlator.Observed;
import io.acso.core.detection.EventView;
import io.acso.core.detection.Match;
import io.acso.core.intelligence.IndicatorMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one event.
 *
 * @param alone matches that are findings of their own
 * @param correlated matches that correlations look at
 * @param observed the event as correlations know it; null when they have nothing to look at, or it has no readable time
 */
record Detected(
        EventView view,
        List<Match> alone,
        List<IndicatorMatch> indicators,
        List<Match> correlated,
        @Nullable Observed observed) {

    /** Whether correlations would look at it, did it say when it happened. */
    boolean untimed() {
        return !correlated.isEmpty() && observed == null;
    }
}
