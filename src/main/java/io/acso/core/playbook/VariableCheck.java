package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** That each variable a playbook asks for is defined where it asks, and that outputs do not set constants. */
final class VariableCheck {

    private final Playbook playbook;
    private final List<Problem> problems = new ArrayList<>();

    VariableCheck(Playbook playbook) {
        this.playbook = playbook;
    }

    List<Problem> problems() {
        playbook.steps().values().forEach(this::step);
        playbook.fits().ifPresent(fit -> {
            String pointer = "/playbook_extensions/" + Shapes.EXTENSION + "/fits";
            all(fit.needsVariables(), playbook.variables().keySet(), pointer + "/needs");
            all(fit.needsOneOf(), playbook.variables().keySet(), pointer + "/needs_one_of");
        });
        return problems;
    }

    private void step(Step step) {
        Set<String> known = new HashSet<>(playbook.variables().keySet());
        known.addAll(step.basics().variables().keySet());
        String pointer = "/workflow/" + step.basics().id();
        switch (step) {
            case Step.IfStep branch -> all(branch.condition().variables(), known, pointer + "/condition");
            case Step.WhileStep loop -> all(loop.condition().variables(), known, pointer + "/condition");
            case Step.SwitchStep choice -> all(choice.variable().variables(), known, pointer + "/switch");
            case Step.Work work -> work(work, known, pointer);
            default -> {}
        }
    }

    private void work(Step.Work action, Set<String> known, String pointer) {
        all(action.inArgs(), known, pointer + "/in_args");
        all(action.outArgs(), known, pointer + "/out_args");
        for (int i = 0; i < action.commands().size(); i++) {
            all(action.commands().get(i).variables(), known, pointer + "/commands" + index(action, i));
        }
        for (String name : action.outArgs()) {
            Variable own = action.basics().variables().get(name);
            Variable variable = own != null ? own : playbook.variables().get(name);
            if (variable != null && variable.constant()) {
                problems.add(new Problem(
                        pointer + "/out_args", "__" + name + "__ is constant: remove it here, or make it variable"));
            }
        }
    }

    /** With several targets a command stands there once for each. */
    private static String index(Step.Work step, int i) {
        return step instanceof Step.ActionStep action && action.targets().size() > 1 ? "" : "/" + i;
    }

    private void all(Iterable<String> names, Set<String> known, String pointer) {
        names.forEach(name -> defined(name, known, pointer));
    }

    private void defined(String name, Set<String> known, String pointer) {
        if (!known.contains(name)) {
            problems.add(new Problem(
                    pointer,
                    "__" + name + "__ is not defined: add it to playbook_variables or to the step's step_variables"));
        }
    }
}
