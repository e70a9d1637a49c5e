package io.acso.core.playbook;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The life of an execution as a pure function: (state, fact) gives (state, commands, history). */
public final class Execution {

    private Execution() {}

    /**
     * Enters the start step.
     *
     * @param given values by bare name, of which those that the playbook declares external are taken
     * @throws PlaybookInvalid when the playbook has steps of a kind that is not carried out
     */
    public static Transition begin(Playbook playbook, String executionId, Map<String, Value> given, Instant now) {
        if (!playbook.refusals().isEmpty()) {
            throw new PlaybookInvalid(playbook.id(), playbook.refusals());
        }
        ExecutionState fresh = new ExecutionState(
                ExecutionState.SCHEMA_VERSION,
                executionId,
                playbook.id(),
                playbook.hash(),
                ExecutionStatus.RUNNING,
                initial(playbook, given),
                Map.of(),
                null,
                "",
                now,
                null);
        Walk walk = new Walk(new Draft(playbook, fresh, now));
        walk.draft.note("", "execution of '" + playbook.name() + "' began");
        walk.enter(playbook.start(), "");
        return walk.done();
    }

    /**
     * What the fact leads to; the same state, no command and no history when it no longer matters.
     *
     * @throws IllegalArgumentException when the playbook is not the version that the execution began with
     */
    public static Transition advance(Playbook playbook, ExecutionState state, Fact fact) {
        if (!playbook.hash().equals(state.playbookHash())) {
            throw new IllegalArgumentException("execution " + state.executionId() + " runs version "
                    + state.playbookHash() + " of " + state.playbookId() + ": load that one, not " + playbook.hash());
        }
        if (state.status().ended()) {
            return Transition.unchanged(state);
        }
        Walk walk = new Walk(new Draft(playbook, state, fact.at()));
        return new Arrival(walk).apply(fact) ? walk.done() : Transition.unchanged(state);
    }

    /** The playbook's variables as they are when an execution begins. */
    static Map<String, Value> initial(Playbook playbook, Map<String, Value> given) {
        Map<String, Value> values = new TreeMap<>();
        playbook.variables().forEach((name, variable) -> {
            Value value = variable.external() ? given.get(name) : null;
            values.put(name, value == null ? variable.value() : variable.shaped(value));
        });
        return values;
    }

    static Map<String, Value> own(Step step) {
        Map<String, Value> values = new TreeMap<>();
        step.basics().variables().forEach((name, variable) -> values.put(name, variable.value()));
        return values;
    }
}
