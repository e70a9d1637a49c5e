package io.acso.core.detection;

import io.acso.core.detection.record.FieldValue;
import io.acso.core.detection.record.FieldValues;
import io.acso.core.detection.scan.Hits;

/** One event being read by one program: every field is searched and every predicate answered at most once. */
final class Reading implements Hits {

    private static final byte HOLDS = 1;
    private static final byte FAILS = 2;

    /** The search found what an unsettled test needs. */
    private static final byte MAYBE = 3;

    private final Program program;
    private final FieldValues values;
    private final byte[] answers;
    private final boolean[] searched;
    private final long[] woken;

    Reading(Program program, FieldValues values) {
        this.program = program;
        this.values = values;
        this.answers = new byte[program.predicates()];
        this.searched = new boolean[program.searches()];
        this.woken = program.alwaysWoken();
    }

    FieldValue field(Field field) {
        return values.field(program.slot(field));
    }

    /** Every value of the event, wherever it stands. */
    FieldValue everything() {
        return values.everything();
    }

    /** The rules that may hold, a bit each. */
    long[] woken() {
        return woken;
    }

    void search(int search) {
        if (!searched[search]) {
            searched[search] = true;
            FieldSearch what = program.search(search);
            what.run(value(what), this);
        }
    }

    @Override
    public void hit(int needle) {
        int[] targets = program.targets(needle);
        for (int target : targets) {
            int predicate = target >>> 1;
            byte before = answers[predicate];
            if (before == 0) {
                program.wake(predicate, woken);
            }
            if ((target & 1) != 0) {
                answers[predicate] = HOLDS;
            } else if (before == 0) {
                answers[predicate] = MAYBE;
            }
        }
    }

    boolean holds(Predicate predicate) {
        search(predicate.search());
        byte known = answers[predicate.index()];
        if (known == HOLDS || known == FAILS || known == 0 && !predicate.open()) {
            return known == HOLDS;
        }
        boolean holds = predicate.unsettledHolds(value(program.search(predicate.search())));
        answers[predicate.index()] = holds ? HOLDS : FAILS;
        return holds;
    }

    private FieldValue value(FieldSearch search) {
        return search.slot() == FieldSearch.EVERYTHING ? values.everything() : values.field(search.slot());
    }
}
