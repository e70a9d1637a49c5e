package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Set<String> set = new HashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<PlannedStep> planned = new ArrayList<>();
    private final List<UnplannedStep> unplanned = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();

    /**
     * @param planned in the order of the workflow
     * @param unplanned actions that come to nothing with what was given, each with the reason
     */
    public record Outlook(List<PlannedStep> planned, List<UnplannedStep> unplanned) {
        public Outlook {
            planned = List.copyOf(planned);
            unplanned = List.copyOf(unplanned);
        }
    }

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
        return outlook(playbook, given).planned();
    }

    /** The same, and what comes to nothing, with the input that it lacks. */
    public static Outlook outlook(Playbook playbook, Map<String, Value> given) {
        PlannedSteps ahead = new PlannedSteps(playbook, new HashMap<>(Execution.initial(playbook, given)));
        playbook.steps().values().forEach(step -> {
            if (step instanceof Step.Work work) {
                ahead.set.addAll(work.outArgs());
            }
        });
        ahead.variables.keySet().removeAll(ahead.set);
        ahead.visit(playbook.start());
        ahead.visit(playbook.exception());
        ahead.closed.forEach(branch -> ahead.unplanned.addAll(branch.actions(playbook, ahead.seen)));
        return new Outlook(ahead.planned, ahead.unplanned);
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
        follow(choice, choice.onTrue(), truth != Truth.FALSE, choice.condition().variables());
        follow(choice, choice.onFalse(), truth != Truth.TRUE, choice.condition().variables());
    }

    private void follow(Step choice, @Nullable String first, boolean open, Set<String> asks) {
        if (open) {
            visit(first);
        } else if (first != null) {
            closed.add(new Closed(choice, first, lacking(asks, bindings(choice))));
        }
    }

    private void repeat(Step.WhileStep loop) {
        Truth truth = loop.condition().evaluate(bindings(loop)::value);
        follow(loop, loop.onTrue(), truth != Truth.FALSE, loop.condition().variables());
    }

    private void choose(Step.SwitchStep choice) {
        Bindings bindings = bindings(choice);
        if (choice.variable().variables().stream()
                .allMatch(name -> bindings.value(name).known())) {
            String value = bindings.text(choice.variable());
            String taken = choice.cases().getOrDefault(value, choice.cases().get(Step.SwitchStep.DEFAULT));
            visit(taken);
            choice.cases().values().stream()
                    .filter(first -> !first.equals(taken))
                    .forEach(first ->
                            follow(choice, first, false, choice.variable().variables()));
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
            without(step, action, List.of(), "a value of it reads as '*': it is asked about when it is reached");
            return;
        }
        try {
            ActionCall call =
                    ActionCall.of(action, late.isEmpty() ? bindings : bindings.standingIn(late, PlannedStep.LATE));
            List<String> lacks = lacking(action.variables(), bindings);
            if (call.targets().isEmpty()) {
                List<String> empty = lacking(action.target().variables(), bindings);
                without(step, action, lacks, "there is nothing to act on" + UnplannedStep.given(empty));
                return;
            }
            List<String> never = late.stream().filter(lacks::contains).toList();
            if (!never.isEmpty()) {
                without(step, action, never, "its exact call is not known" + UnplannedStep.given(never));
            }
            boolean compensate = step.basics().policy().compensate();
            planned.add(new PlannedStep(step.basics().id(), action.agent(), compensate, call, late));
        } catch (ValueUnfit e) {
            without(step, action, List.of(), "it would fail: " + e.getMessage());
        }
    }

    private void without(Step step, CommandData.GatedAction action, List<String> lacks, String why) {
        unplanned.add(new UnplannedStep(step.basics().id(), step.basics().title(), action.kind(), lacks, why));
    }

    /** Inputs that were not given or are empty, and that no step sets. */
    private List<String> lacking(Collection<String> names, Bindings bindings) {
        return names.stream()
                .filter(name -> !set.contains(name))
                .filter(name -> {
                    Variable variable = playbook.variables().get(name);
                    return variable != null && variable.external();
                })
                .filter(name -> !bindings.value(name).known()
                        || bindings.value(name).items().isEmpty())
                .sorted()
                .toList();
    }

    private Bindings bindings(Step step) {
        Map<String, Value> own = new HashMap<>(Execution.own(step));
        if (step instanceof Step.ActionStep action) {
            action.outArgs().stream().filter(own::containsKey).forEach(name -> own.put(name, Value.UNKNOWN));
        }
        return new Bindings(own, variables, playbook.authored(step));
    }
}
