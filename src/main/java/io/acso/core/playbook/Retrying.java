package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a failed execution would go on from: the steps whose failure nobody handled, and those cut short. */
final class Retrying {

    private final Playbook playbook;
    private final Map<String, StepRun> runs;
    private final List<String> again = new ArrayList<>();
    private final Map<String, Integer> reopened = new java.util.TreeMap<>();

    Retrying(Playbook playbook, Map<String, StepRun> runs) {
        this.playbook = playbook;
        this.runs = runs;
        search(Walk.OUTERMOST);
    }

    /** Why this cannot be retried; empty when it can. */
    static Optional<String> refusal(Playbook playbook, ExecutionState state) {
        boolean uncertain = state.steps().values().stream().anyMatch(run -> run.status() == StepStatus.UNCERTAIN);
        if (!state.status().ended()) {
            return Optional.of("it has not ended");
        }
        if (uncertain || state.status() == ExecutionStatus.UNCERTAIN) {
            return Optional.of("an effect is uncertain: find out whether it happened and settle it first");
        }
        if (state.status() != ExecutionStatus.FAILED) {
            return Optional.of("it ended " + state.status() + ": only a failed one is retried");
        }
        if (state.compensation().begun()) {
            return Optional.of("what it did was undone: begin a new execution");
        }
        boolean nothing = new Retrying(playbook, state.steps()).steps().isEmpty();
        return nothing ? Optional.of("no step of it failed: begin a new execution") : Optional.empty();
    }

    /** Begun again, in the order of their ids. */
    List<String> steps() {
        return again;
    }

    /** The steps around them, and how many of their branches go on. */
    Map<String, Integer> around() {
        return reopened;
    }

    private int search(String within) {
        int found = 0;
        for (Map.Entry<String, StepRun> entry : runs.entrySet()) {
            if (entry.getValue().within().equals(within) && unfinished(entry.getKey(), entry.getValue())) {
                found++;
                int inside = search(entry.getKey());
                if (inside == 0) {
                    again.add(entry.getKey());
                } else {
                    reopened.put(entry.getKey(), inside);
                }
            }
        }
        return found;
    }

    private boolean unfinished(String id, StepRun run) {
        if (run.status() == StepStatus.SKIPPED) {
            return true;
        }
        String handler = playbook.step(id).basics().onFailure();
        StepRun handled = handler == null ? null : runs.get(handler);
        return run.status() == StepStatus.FAILED && (handled == null || handled.status() == StepStatus.PAST);
    }
}
