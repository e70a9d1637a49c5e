package io.acso.core.playbook;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the runtime has to do next, in this order. Step and attempt name the work: commanded once, never again. */
public sealed interface Command {

    /**
     * Work for an agent; answered by StepCompleted, StepFailed or StepUncertain.
     *
     * @param notBefore when it may begin at the earliest; null for at once
     */
    record RunTask(
            String stepId,
            int attempt,
            String agent,
            String kind,
            ObjectNode arguments,
            Instant deadline,
            @Nullable Instant notBefore)
            implements Command {}

    /**
     * A gated effect; answered as a task is, or by ApprovalNeeded.
     *
     * @param visit the turn of the loop around it, 1 for the first: another visit is another effect, another attempt of
     *     the same visit is the same one
     */
    record RunAction(
            String stepId,
            int attempt,
            int visit,
            String agent,
            ActionCall call,
            Instant deadline,
            @Nullable Instant notBefore)
            implements Command {}

    /**
     * Another playbook; answered as a task is, once the execution of it has ended.
     *
     * @param version of the playbook, its {@code modified}; null for the one there is
     * @param inputs its external variables, by bare name
     */
    record RunPlaybook(
            String stepId,
            int attempt,
            String playbookId,
            @Nullable String version,
            Map<String, Value> inputs,
            Instant deadline,
            @Nullable Instant notBefore)
            implements Command {}

    /** The execution that RunPlaybook began is not waited for any more. */
    record CancelPlaybook(String stepId, int attempt, String why) implements Command {}

    /**
     * Answered by PersonAnswered.
     *
     * @param terms null where the playbook sets none
     */
    record AskPerson(
            String stepId,
            int attempt,
            String text,
            @Nullable ApprovalTerms terms,
            Instant deadline) implements Command {}

    /** Answered by DeadlinePassed; takes the place of any earlier deadline of the step. */
    record SetDeadline(String stepId, int attempt, Instant at) implements Command {}

    record CancelDeadline(String stepId, int attempt) implements Command {}

    /** Undo what this attempt of the step did; answered by StepUndone or StepNotUndone. */
    record UndoStep(String stepId, int attempt, Instant deadline) implements Command {}

    /** The last command of every execution. */
    record Finish(ExecutionStatus status, String why) implements Command {}
}
