package io.acso.core.playbook;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks a playbook by plain recursion, in one go and with no state to store: what {@link Execution} is held against.
 * Branches run one after the other here, so what they do must not depend on their order.
 */
final class ReferenceInterpreter {

    /** What comes of a command: the n-th that a step gives. */
    interface Outcomes {
        boolean succeeds(String stepId, int n);

        Map<String, Value> outputs(String stepId, int n);
    }

    final Map<String, Integer> commanded = new TreeMap<>();
    private final Playbook playbook;
    private final Outcomes outcomes;
    private final Map<String, Value> variables;
    private Set<String> visited = new HashSet<>();

    ReferenceInterpreter(Playbook playbook, Outcomes outcomes) {
        this.playbook = playbook;
        this.outcomes = outcomes;
        this.variables = new TreeMap<>(Execution.initial(playbook, Map.of()));
    }

    ExecutionStatus run() {
        boolean good = sequence(playbook.start());
        if (!good && playbook.exception() != null) {
            sequence(playbook.exception());
        }
        return good ? ExecutionStatus.COMPLETED : ExecutionStatus.FAILED;
    }

    private boolean sequence(String first) {
        @Nullable String next = first;
        boolean good = true;
        while (next != null) {
            Step step = playbook.step(next);
            if (step instanceof Step.End || !visited.add(next)) {
                return true;
            }
            good = perform(step);
            next = good ? step.basics().afterSuccess() : step.basics().onFailure();
        }
        return good;
    }

    private boolean perform(Step step) {
        return switch (step) {
            case Step.Work work -> work.commands().stream().allMatch(command -> command(work, command));
            case Step.ParallelStep parallel ->
                parallel.nextSteps().stream().map(this::sequence).toList().stream()
                        .allMatch(good -> good);
            case Step.IfStep choice -> choose(choice);
            case Step.SwitchStep choice -> choose(choice);
            case Step.WhileStep loop -> repeat(loop);
            default -> true;
        };
    }

    private boolean command(Step.Work work, CommandData command) {
        Bindings bindings = new Bindings(Execution.own(work), variables, name -> false);
        if (!command.variables().stream().allMatch(name -> bindings.value(name).known())) {
            return false;
        }
        if (command instanceof CommandData.GatedAction action
                && bindings.items(action.target()).isEmpty()) {
            return true;
        }
        String id = work.basics().id();
        int n = commanded.merge(id, 1, Integer::sum);
        if (outcomes.succeeds(id, n)) {
            outcomes.outputs(id, n).forEach((name, value) -> {
                if (work.outArgs().contains(name)) {
                    variables.put(name, value);
                }
            });
            return true;
        }
        return false;
    }

    private boolean choose(Step.IfStep choice) {
        Truth truth = truth(choice.condition());
        String branch = truth == Truth.TRUE ? choice.onTrue() : choice.onFalse();
        return truth != Truth.UNKNOWN && (branch == null || sequence(branch));
    }

    private boolean choose(Step.SwitchStep choice) {
        Bindings bindings = new Bindings(Map.of(), variables, name -> false);
        String branch = choice.cases()
                .getOrDefault(bindings.text(choice.variable()), choice.cases().get(Step.SwitchStep.DEFAULT));
        return branch == null || sequence(branch);
    }

    private boolean repeat(Step.WhileStep loop) {
        Set<String> before = Set.copyOf(visited);
        for (int turn = 0; truth(loop.condition()) == Truth.TRUE; turn++) {
            if (turn == loop.basics().policy().maxIterations()) {
                return false;
            }
            visited = new HashSet<>(before);
            if (!sequence(loop.onTrue())) {
                return false;
            }
        }
        return truth(loop.condition()) == Truth.FALSE;
    }

    private Truth truth(Condition condition) {
        return condition.evaluate(name -> Objects.requireNonNullElse(variables.get(name), Value.UNKNOWN));
    }

    static List<String> names(Map<String, Integer> commanded) {
        return commanded.entrySet().stream().map(Object::toString).toList();
    }
}
