package io.acso.core.playbook;

import java.time.Instant;
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

    /** A gated effect; answered as a task is, or by ApprovalNeeded. */
    record RunAction(
            String stepId,
            int attempt,
            String agent,
            ActionCall call,
            Instant deadline,
            @Nullable Instant notBefore) implements Command {}

    /** Answered by PersonAnswered. */
    record AskPerson(String stepId, int attempt, String text, Instant deadline) implements Command {}

    /** Answered by DeadlinePassed; takes the place of any earlier deadline of the step. */
    record SetDeadline(String stepId, int attempt, Instant at) implements Command {}

    record CancelDeadline(String stepId, int attempt) implements Command {}

    /** The last command of every execution. */
    record Finish(ExecutionStatus status, String why) implements Command {}
}
