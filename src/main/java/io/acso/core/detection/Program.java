package io.acso.core.detection;

import io.acso.core.detection.record.FieldPlan;
import io.acso.core.detection.record.FieldValues;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules compiled to be evaluated together on the events of one log source. The fields that any of them needs are read
 * in one pass; each is searched once for what all rules look for in it; only rules are evaluated one of whose rarest
 * predicates was hit. Immutable.
 *
 * @param fieldSlots by the number of a field in the rule set, where the plan has it
 * @param needleTargets by needle, the predicates concerned: twice their number, plus one where it decides them
 * @param wakes by predicate, the rules to evaluate when it is hit
 * @param always rules that nothing can wake, a bit each
 */
record Program(
        List<CompiledRule> rules,
        Check[] checks,
        FieldPlan plan,
        int[] fieldSlots,
        int predicates,
        FieldSearch[] fieldSearches,
        int[][] needleTargets,
        int[][] wakes,
        long[] always) {

    List<Match> match(EventView event) {
        FieldValues values = plan.read(event.json());
        if (rules.isEmpty()) {
            return List.of();
        }
        Reading reading = new Reading(this, values);
        for (int i = 0; i < fieldSearches.length; i++) {
            if (fieldSearches[i].eager()) {
                reading.search(i);
            }
        }
        return evaluate(reading);
    }

    private List<Match> evaluate(Reading reading) {
        List<Match> matches = new ArrayList<>(0);
        long[] woken = reading.woken();
        for (int word = 0; word < woken.length; word++) {
            for (long left = woken[word]; left != 0; left &= left - 1) {
                int rule = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                if (checks[rule].holds(reading)) {
                    matches.add(rules.get(rule).explain(reading));
                }
            }
        }
        return matches;
    }

    int slot(Field field) {
        return fieldSlots[field.index()];
    }

    int searches() {
        return fieldSearches.length;
    }

    FieldSearch search(int index) {
        return fieldSearches[index];
    }

    int[] targets(int needle) {
        return needleTargets[needle];
    }

    long[] alwaysWoken() {
        return always.clone();
    }

    void wake(int predicate, long[] woken) {
        for (int rule : wakes[predicate]) {
            woken[rule >>> 6] |= 1L << rule;
        }
    }
}
