package io.acso.core.playbook;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened to an execution. Facts may arrive twice, late and in any order: one that no longer fits the state
 * (another attempt, a step that has ended) changes nothing. Kept in their order, they replay the execution.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
public sealed interface Fact {

    /** When it happened, as the runtime knows it; the execution's only clock. */
    Instant at();

    /** About one attempt of one step, as the command that began the attempt named it. */
    sealed interface OfStep extends Fact {
        String stepId();

        int attempt();
    }

    /** @param outputs may set the variables that the step's {@code out_args} name, by bare or full name */
    record StepCompleted(String stepId, int attempt, ObjectNode outputs, Instant at) implements OfStep {}

    /** It did not happen. */
    record StepFailed(String stepId, int attempt, String why, boolean retryable, Instant at) implements OfStep {}

    /** Nobody knows whether it happened. */
    record StepUncertain(String stepId, int attempt, String why, Instant at) implements OfStep {}

    /** Nothing was done: the gate wants a person's approval first. The person's yes commands the next attempt. */
    record ApprovalNeeded(String stepId, int attempt, String why, Instant at) implements OfStep {}

    /** @param text the answer in the person's words; it sets a manual step's only {@code out_args} variable */
    record PersonAnswered(String stepId, int attempt, String who, boolean accepted, String text, Instant at)
            implements OfStep {}

    record DeadlinePassed(String stepId, int attempt, Instant at) implements OfStep {}

    /** Answers {@link Command.UndoStep}; so does {@link StepNotUndone}. */
    record StepUndone(String stepId, int attempt, Instant at) implements OfStep {}

    /** The next effect is undone all the same. */
    record StepNotUndone(String stepId, int attempt, String why, Instant at) implements OfStep {}

    /**
     * A person found out what came of an uncertain step. When the last one is settled the execution counts as failed,
     * and can be retried: what happened is not done again.
     */
    record StepSettled(String stepId, int attempt, boolean happened, String by, Instant at) implements OfStep {}

    record CancelRequested(String by, String why, Instant at) implements Fact {}

    /** What runs goes on to its end, nothing new begins. */
    record PauseRequested(String by, String why, Instant at) implements Fact {}

    record ResumeRequested(String by, Instant at) implements Fact {}

    /** A failed execution goes on from what failed; see {@link Execution#whyNotRetried}. */
    record RetryRequested(String by, Instant at) implements Fact {}
}
