package io.acso.core.playbook;

import java.util.List;

/** What a fact led to: to be committed as one, the history entries an item each. */
public record Transition(ExecutionState state, List<Command> commands, List<HistoryEntry> history) {

    public Transition {
        commands = List.copyOf(commands);
        history = List.copyOf(history);
    }

    static Transition unchanged(ExecutionState state) {
        return new Transition(state, List.of(), List.of());
    }
}
