package io.acso.core.autonomy;

import io.acso.core.autonomy.Check.Verdict;

/** Looks until an effect is seen, or long enough: other sides are often slow to show what they did. */
record Watch(Pause pause, int looks) {

    /** Looks a single time. */
    Watch once() {
        return new Watch(pause, 1);
    }

    Check look(Actuator actuator, Action action) {
        Check seen = once(actuator, action);
        for (int look = 1; look < looks && seen.verdict() == Verdict.NOT_IN_PLACE; look++) {
            pause.after(look);
            seen = once(actuator, action);
        }
        return seen;
    }

    /** A check that breaks has told nothing. */
    private static Check once(Actuator actuator, Action action) {
        try {
            return actuator.check(action);
        } catch (RuntimeException e) {
            return new Check(Verdict.CANNOT_TELL, "the check failed: " + e.getMessage());
        }
    }
}
