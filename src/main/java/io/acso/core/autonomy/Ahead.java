package io.acso.core.autonomy;

import java.util.HashMap;
import java.util.Map;

/** What of a plan would have been carried out before the action that is looked at. The pace of it nobody knows yet. */
final class Ahead {

    private final Map<String, Long> ofKind = new HashMap<>();
    private final Map<String, Long> touched = new HashMap<>();
    private final Map<String, Long> touchedByKind = new HashMap<>();
    private long actions;

    void add(PlannedAction planned, long times) {
        Action action = planned.action();
        String fleet = Caps.Claim.fleet(action.target());
        long things = planned.dryRun().touches() * times;
        actions += times;
        ofKind.merge(action.kind(), times, Long::sum);
        touched.merge(fleet, things, Long::sum);
        touchedByKind.merge(action.kind() + " " + fleet, things, Long::sum);
    }

    Situation.Tally on(Situation.Tally counted, Action action) {
        String fleet = Caps.Claim.fleet(action.target());
        return new Situation.Tally(
                counted.inExecution() + actions,
                counted.inLastHour() + ofKind.getOrDefault(action.kind(), 0L),
                counted.inLastMinute(),
                counted.touchedInExecution() + touched.getOrDefault(fleet, 0L),
                counted.touchedInLastHour() + touchedByKind.getOrDefault(action.kind() + " " + fleet, 0L));
    }
}
