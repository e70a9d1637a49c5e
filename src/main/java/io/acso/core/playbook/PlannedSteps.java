package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks ahead: every gated action that an execution could come to, for the plan that a person approves. */
public final class PlannedSteps {

    private final Playbook playbook;
    private final Map<String, Value> variables;
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<PlannedStep> planned = new ArrayList<>();

    private PlannedSteps(Playbook playbook, Map<String, Value> variables) {
        this.playbook = playbook;
        this.variables = variables;
    }

    /**
     * In the order of the workflow; the paths after failures count, a branch whose condition is known to exclude it
     * does not, nor does an action without a target.
     *
     * @param given as {@link Execution#begin} takes them
     */
    public static List<PlannedStep> actions(Playbook playbook, Map<String, Value> given) {
        Map<String, Value> known = new HashMap<>(Execution.initial(playbook, given));
        playbook.steps().values().forEach(step -> {
            if (step instanceof Step.ActionStep action) {
                action.outArgs().forEach(known::remove);
            }
        });
        PlannedSteps ahead = new PlannedSteps(playbook, known);
        ahead.visit(playbook.start());
        ahead.visit(playbook.exception());
        return List.copyOf(ahead.planned);
    }

    private void visit(@Nullable String id) {
        if (id == null || !seen.add(id)) {
            return;
        }
        Step step = playbook.step(id);
        switch (step) {
            case Step.ActionStep action -> plan(action);
            case Step.IfStep choice -> choose(choice);
            default -> step.branches().values().forEach(this::visit);
        }
        visit(step.basics().afterSuccess());
        visit(step.basics().onFailure());
    }

    private void choose(Step.IfStep choice) {
        Truth truth = choice.condition().evaluate(bindings(choice)::value);
        if (truth != Truth.FALSE) {
            visit(choice.onTrue());
        }
        if (truth != Truth.TRUE) {
            visit(choice.onFalse());
        }
    }

    private void plan(Step.ActionStep step) {
        Bindings bindings = bindings(step);
        for (CommandData command : step.commands()) {
            if (command instanceof CommandData.GatedAction action) {
                List<String> late = action.variables().stream()
                        .filter(name -> !bindings.value(name).known())
                        .toList();
                ActionCall call = ActionCall.of(action, bindings);
                if (!late.isEmpty() || !call.targets().isEmpty()) {
                    planned.add(new PlannedStep(step.basics().id(), playbook.agentOf(step), call, late));
                }
            }
        }
    }

    private Bindings bindings(Step step) {
        Map<String, Value> own = new HashMap<>(Execution.own(step));
        if (step instanceof Step.ActionStep action) {
            action.outArgs().stream().filter(own::containsKey).forEach(name -> own.put(name, Value.UNKNOWN));
        }
        return new Bindings(own, variables);
    }
}
