package io.acso.core.playbook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The life of an execution as a pure function: (state, fact) gives (state, commands, history). */
public final class Execution {

    private Execution() {}

    /**
     * Enters the start step. Values that are not of their type or too large end the execution at once as failed.
     *
     * @param given values by bare name, of which those that the playbook declares external are taken
     * @throws PlaybookInvalid when the playbook has a step that cannot be carried out here
     */
    public static Transition begin(Playbook playbook, String executionId, Map<String, Value> given, Instant now) {
        if (!playbook.refusals().isEmpty()) {
            throw new PlaybookInvalid(playbook.id(), playbook.refusals());
        }
        Optional<String> unfit = unfit(playbook, given);
        ExecutionState fresh = new ExecutionState(
                ExecutionState.SCHEMA_VERSION,
                executionId,
                playbook.id(),
                playbook.hash(),
                ExecutionStatus.RUNNING,
                unfit.isPresent() ? Map.of() : initial(playbook, given),
                Map.of(),
                null,
                "",
                now,
                null,
                0,
                Compensation.NONE);
        Walk walk = new Walk(new Draft(playbook, fresh, now));
        walk.draft.note("", "execution of '" + playbook.name() + "' began");
        unfit.ifPresentOrElse(walk::exceeded, () -> walk.enter(playbook.start(), Walk.OUTERMOST));
        return walk.done();
    }

    /** Why an execution would fail at once with these values; empty when they fit. */
    public static Optional<String> unfit(Playbook playbook, Map<String, Value> given) {
        try {
            int size = Limits.size(initial(playbook, given));
            return size <= Limits.CHARACTERS
                    ? Optional.empty()
                    : Optional.of("its variables hold " + size + " characters: at most " + Limits.CHARACTERS
                            + " go into an execution");
        } catch (ValueUnfit e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
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
        Walk walk = new Walk(new Draft(playbook, state, fact.at()));
        boolean matters =
                state.status().ended() ? new Aftermath(walk).apply(fact, state) : new Arrival(walk).apply(fact);
        return matters ? walk.done() : Transition.unchanged(state);
    }

    /** Why {@link Fact.RetryRequested} would change nothing; empty when it would go on. */
    public static Optional<String> whyNotRetried(Playbook playbook, ExecutionState state) {
        return Retrying.refusal(playbook, state);
    }

    /** The playbook's variables as they are when an execution begins. */
    static Map<String, Value> initial(Playbook playbook, Map<String, Value> given) {
        Map<String, Value> values = new TreeMap<>();
        playbook.variables().forEach((name, variable) -> {
            Value value = variable.external() ? given.get(name) : null;
            values.put(name, value == null ? variable.value() : variable.accepted(value));
        });
        return values;
    }

    static Map<String, Value> own(Step step) {
        if (step.basics().variables().isEmpty()) {
            return Map.of();
        }
        Map<String, Value> values = new TreeMap<>();
        step.basics().variables().forEach((name, variable) -> values.put(name, variable.value()));
        return values;
    }
}
