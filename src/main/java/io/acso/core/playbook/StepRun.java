package io.acso.core.playbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of one execution. Written without what is empty, for a state holds up to a thousand.
 *
 * @param within id of the step whose branch it belongs to; empty for the outermost, {@link Walk#EXCEPTION} for what the
 *     workflow's exception step leads to
 * @param visit how many times it was entered: more than once only in a loop
 * @param attempt counts the commands given for this step, whatever their reason, in all turns of a loop
 * @param command index of the command that is next or under way
 * @param failures retryable ones of that command
 * @param turns that a loop has begun
 * @param open branches that have not ended
 * @param worst how the worst of the ended branches ended
 * @param variables the step's own
 * @param deadline when it is given up, or, while pending, when its delay is over
 */
@JsonInclude(Include.NON_DEFAULT)
public record StepRun(
        StepStatus status,
        String within,
        int visit,
        int attempt,
        int command,
        int failures,
        int turns,
        int open,
        StepStatus worst,
        Map<String, Value> variables,
        @Nullable String why,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant deadline) {

    @SuppressWarnings("NullAway") // what was empty when it was written
    public StepRun {
        within = within == null ? Walk.OUTERMOST : within;
        worst = worst == null ? StepStatus.DONE : worst;
        variables = variables == null ? Map.of() : Value.copyOf(variables);
    }

    static StepRun entered(String within, int visit, int attempt, Map<String, Value> variables, Instant now) {
        return new StepRun(
                StepStatus.RUNNING,
                within,
                visit,
                attempt,
                0,
                0,
                0,
                0,
                StepStatus.DONE,
                variables,
                null,
                now,
                null,
                null);
    }

    StepRun with(StepStatus next, @Nullable Instant newDeadline) {
        return change(next, attempt, command, failures, turns, open, worst, variables, newDeadline);
    }

    StepRun nextAttempt() {
        return change(status, attempt + 1, command, failures, turns, open, worst, variables, deadline);
    }

    StepRun nextCommand(Map<String, Value> newVariables) {
        return change(status, attempt, command + 1, 0, turns, open, worst, newVariables, deadline);
    }

    StepRun failedOnce() {
        return change(status, attempt, command, failures + 1, turns, open, worst, variables, deadline);
    }

    StepRun branches(int nowOpen, StepStatus nowWorst) {
        return change(status, attempt, command, failures, turns, nowOpen, nowWorst, variables, deadline);
    }

    StepRun nextTurn() {
        return change(status, attempt, command, failures, turns + 1, 1, StepStatus.DONE, variables, deadline);
    }

    StepRun ended(StepStatus how, @Nullable String because, Instant now) {
        return new StepRun(
                how, within, visit, attempt, command, failures, turns, open, worst, variables, because, startedAt, now,
                null);
    }

    /** As if it had not ended, to go on with the command that it came to. */
    StepRun reopened(int nowOpen) {
        return new StepRun(
                StepStatus.RUNNING,
                within,
                visit,
                attempt,
                command,
                0,
                0,
                nowOpen,
                StepStatus.DONE,
                variables,
                null,
                startedAt,
                null,
                null);
    }

    private StepRun change(
            StepStatus nowStatus,
            int nowAttempt,
            int nowCommand,
            int nowFailures,
            int nowTurns,
            int nowOpen,
            StepStatus nowWorst,
            Map<String, Value> nowVariables,
            @Nullable Instant nowDeadline) {
        return new StepRun(
                nowStatus,
                within,
                visit,
                nowAttempt,
                nowCommand,
                nowFailures,
                nowTurns,
                nowOpen,
                nowWorst,
                nowVariables,
                why,
                startedAt,
                endedAt,
                nowDeadline);
    }
}
