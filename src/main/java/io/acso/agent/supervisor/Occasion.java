package io.acso.agent.supervisor;

import io.acso.core.playbook.Fact;
import io.acso.domain.kernel.Principal;
import java.time.Instant;

/**
 * Why a question is asked while an execution runs: the gate wants approval for a step, or for taking one back.
 *
 * @param undo whether it is about taking back what the attempt did
 */
record Occasion(boolean undo, String stepId, int attempt) {

    private static final String COMPENSATE = "compensate/";

    /** As it stands in an approval: {@code step/attempt} or {@code compensate/step/attempt}. */
    static Occasion parse(String text) {
        boolean undo = text.startsWith(COMPENSATE);
        String[] parts = (undo ? text.substring(COMPENSATE.length()) : text).split("/", -1);
        return new Occasion(undo, parts[0], Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return (undo ? COMPENSATE : "") + stepId + "/" + attempt;
    }

    /** What the answer is to the execution; a yes to taking back is none, for the work begins then. */
    Fact answered(Principal by, boolean accepted, String remark, Instant now) {
        return undo
                ? new Fact.StepNotUndone(stepId, attempt, by + ": " + remark, now)
                : new Fact.PersonAnswered(stepId, attempt, by.toString(), accepted, remark, now);
    }
}
