package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
            if (step instanceof Step.Work work) {
                work.outArgs().forEach(known::remove);
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
            case Step.WhileStep loop -> repeat(loop);
            case Step.SwitchStep choice -> choose(choice);
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

    private void repeat(Step.WhileStep loop) {
        if (loop.condition().evaluate(bindings(loop)::value) != Truth.FALSE) {
            visit(loop.onTrue());
        }
    }

    private void choose(Step.SwitchStep choice) {
        Bindings bindings = bindings(choice);
        if (choice.variable().variables().stream()
                .allMatch(name -> bindings.value(name).known())) {
            String value = bindings.text(choice.variable());
            visit(choice.cases().getOrDefault(value, choice.cases().get(Step.SwitchStep.DEFAULT)));
        } else {
            choice.cases().values().forEach(this::visit);
        }
    }

    private void plan(Step.ActionStep step) {
        Bindings bindings = bindings(step);
        for (CommandData command : step.commands()) {
            if (command instanceof CommandData.GatedAction action) {
                List<String> late = action.variables().stream()
                        .filter(name -> !bindings.value(name).known())
                        .toList();
                plan(step, action, bindings, late);
            }
        }
    }

    /** A known text that reads as a stand-in would widen what is approved: such an action is asked about later. */
    private static boolean mentions(CommandData.GatedAction action, Bindings bindings, String text) {
        return Stream.concat(Stream.of(action.scope(), action.target()), action.arguments().values().stream())
                        .anyMatch(template -> template.text().contains(text))
                || action.variables().stream()
                        .anyMatch(name -> bindings.value(name).inText().contains(text));
    }

    /** A value that must not stand where it would fails the step when it is reached: there is nothing to plan. */
    private void plan(Step step, CommandData.GatedAction action, Bindings bindings, List<String> late) {
        if (!late.isEmpty() && mentions(action, bindings, PlannedStep.LATE)) {
            return;
        }
        try {
            ActionCall call =
                    ActionCall.of(action, late.isEmpty() ? bindings : bindings.standingIn(late, PlannedStep.LATE));
            if (!call.targets().isEmpty()) {
                boolean compensate = step.basics().policy().compensate();
                planned.add(new PlannedStep(step.basics().id(), action.agent(), compensate, call, late));
            }
        } catch (ValueUnfit e) {
            return;
        }
    }

    private Bindings bindings(Step step) {
        Map<String, Value> own = new HashMap<>(Execution.own(step));
        if (step instanceof Step.ActionStep action) {
            action.outArgs().stream().filter(own::containsKey).forEach(name -> own.put(name, Value.UNKNOWN));
        }
        return new Bindings(own, variables, playbook.authored(step));
    }
}
