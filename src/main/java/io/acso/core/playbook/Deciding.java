package io.acso.core.playbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which way a step goes on whose branches depend on variables. */
final class Deciding {

    private final Walk walk;
    private final Draft draft;
    private final String id;

    Deciding(Walk walk, String id) {
        this.walk = walk;
        this.draft = walk.draft;
        this.id = id;
    }

    void choose(Step.IfStep choice) {
        Truth truth = choice.condition().evaluate(draft.bindings(id)::value);
        draft.note(id, "'" + choice.condition() + "' is " + truth);
        if (truth == Truth.UNKNOWN) {
            undecided(choice.condition());
        } else {
            go(truth == Truth.TRUE ? choice.onTrue() : choice.onFalse());
        }
    }

    void choose(Step.SwitchStep choice) {
        Bindings bindings = draft.bindings(id);
        if (!choice.variable().variables().stream()
                .allMatch(name -> bindings.value(name).known())) {
            walk.fail(
                    id,
                    "there is nothing to decide by: one of " + choice.variable().variables() + " has no value");
            return;
        }
        String value = bindings.text(choice.variable());
        boolean own = choice.cases().containsKey(value);
        draft.note(id, "'" + value + "'" + (own ? "" : ", which is no case of its own"));
        go(choice.cases().get(own ? value : Step.SwitchStep.DEFAULT));
    }

    /** The next turn of a loop, or its end. What the turn before reached may be reached again. */
    void turn(Step.WhileStep loop) {
        StepRun run = draft.run(id);
        Truth truth = loop.condition().evaluate(draft.bindings(id)::value);
        int most = loop.basics().policy().maxIterations();
        if (truth == Truth.UNKNOWN) {
            undecided(loop.condition());
        } else if (truth == Truth.FALSE) {
            draft.note(id, "'" + loop.condition() + "' is FALSE after " + run.turns() + " turns");
            walk.succeed(id);
        } else if (run.turns() == most) {
            walk.fail(
                    id,
                    "'" + loop.condition() + "' still holds after " + most
                            + " turns, the most it may take: raise max_iterations, or see to it that the loop ends");
        } else {
            draft.note(id, "turn " + (run.turns() + 1));
            walk.forget(id);
            walk.limit(id, run.nextTurn());
            walk.enter(loop.onTrue(), id);
        }
    }

    private void go(@Nullable String branch) {
        if (branch == null) {
            walk.succeed(id);
        } else {
            walk.open(id, List.of(branch));
        }
    }

    private void undecided(Condition condition) {
        walk.fail(id, "the condition cannot be decided: one of " + condition.variables() + " has no value");
    }
}
