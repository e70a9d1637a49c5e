package io.acso.edge.cli;

import io.acso.core.detection.CorrelationCounts;
import io.acso.core.detection.CorrelationMatch;
import io.acso.core.detection.CorrelationSettings;
import io.acso.core.detection.Correlations;
import io.acso.core.detection.Correlator;
import io.acso.core.detection.Correlator.Observed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Correlations over the events of files, told in their order. Nothing is judged before the end, unless there are more
 * events than are kept; so the order of files, and of events in them, does not matter.
 */
final class CorrelatedFiles {

    private static final CorrelationSettings SETTINGS = CorrelationSettings.WHOLE;

    private final Correlator correlator;
    private final Places places = new Places();
    private long untimed;

    /** Where an event stands. */
    record Place(String file, long event) {}

    /**
     * A match, and where the events behind it stand, the oldest first.
     *
     * @param places lacks those that are too many to be remembered
     */
    record Placed(CorrelationMatch match, List<Place> places) {}

    /** By event id. The oldest are forgotten first, which the correlator has judged by then. */
    private static final class Places extends LinkedHashMap<String, Place> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Place> eldest) {
            return size() > SETTINGS.waiting();
        }
    }

    CorrelatedFiles(Correlations correlations) {
        this.correlator = new Correlator(correlations, SETTINGS);
    }

    List<Placed> take(String file, long event, Detected detected) {
        Observed observed = detected.observed();
        if (observed == null) {
            untimed += detected.untimed() ? 1 : 0;
            return List.of();
        }
        places.putIfAbsent(observed.id(), new Place(file, event));
        return placed(correlator.take(observed, detected.view(), detected.correlated()));
    }

    List<Placed> finish() {
        return placed(correlator.finish());
    }

    private List<Placed> placed(List<CorrelationMatch> matches) {
        return matches.stream()
                .map(match -> new Placed(
                        match,
                        match.eventIds().stream()
                                .map(places::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    /** What correlations did not look at, and why. */
    List<String> leftOut() {
        List<String> notes = new ArrayList<>();
        CorrelationCounts counts = correlator.counts();
        note(notes, untimed, "events that correlations ask for have no readable time and took no part");
        note(notes, counts.duplicates(), "events came again under the same id and count once in correlations");
        note(notes, counts.hurried(), "events were correlated before the end, because too many had to wait for it");
        note(notes, counts.late(), "events were too old by then and took no part in correlations");
        note(notes, counts.evictedGroups(), "groups of correlations were dropped for want of room");
        note(notes, counts.droppedEntries(), "events were dropped from groups of correlations that had too many");
        return notes;
    }

    private static void note(List<String> notes, long count, String what) {
        if (count > 0) {
            notes.add(count + " " + what);
        }
    }
}
