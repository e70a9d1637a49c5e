package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of one execution.
 *
 * @param within id of the step whose branch it belongs to; empty for the outermost
 * @param attempt counts the commands given for this step, whatever their reason
 * @param command index of the command that is next or under way
 * @param failures retryable ones of that command
 * @param open branches that have not ended
 * @param worst how the worst of the ended branches ended
 * @param variables the step's own
 * @param deadline when it is given up, or, while pending, when its delay is over
 */
public record StepRun(
        StepStatus status,
        String within,
        int attempt,
        int command,
        int failures,
        int open,
        StepStatus worst,
        Map<String, Value> variables,
        ObjectNode outputs,
        @Nullable String why,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant deadline) {

    public StepRun {
        variables = Value.copyOf(variables);
    }

    static StepRun entered(String within, Map<String, Value> variables, Instant now) {
        return new StepRun(
                StepStatus.RUNNING,
                within,
                0,
                0,
                0,
                0,
                StepStatus.DONE,
                variables,
                Json.object(),
                null,
                now,
                null,
                null);
    }

    StepRun with(StepStatus next, @Nullable Instant newDeadline) {
        return new StepRun(
                next,
                within,
                attempt,
                command,
                failures,
                open,
                worst,
                variables,
                outputs,
                why,
                startedAt,
                endedAt,
                newDeadline);
    }

    StepRun nextAttempt() {
        return new StepRun(
                status,
                within,
                attempt + 1,
                command,
                failures,
                open,
                worst,
                variables,
                outputs,
                why,
                startedAt,
                endedAt,
                deadline);
    }

    StepRun nextCommand(Map<String, Value> newVariables, ObjectNode newOutputs) {
        return new StepRun(
                status,
                within,
                attempt,
                command + 1,
                0,
                open,
                worst,
                newVariables,
                newOutputs,
                why,
                startedAt,
                endedAt,
                deadline);
    }

    StepRun failedOnce() {
        return new StepRun(
                status,
                within,
                attempt,
                command,
                failures + 1,
                open,
                worst,
                variables,
                outputs,
                why,
                startedAt,
                endedAt,
                deadline);
    }

    StepRun branches(int nowOpen, StepStatus nowWorst) {
        return new StepRun(
                status, within, attempt, command, failures, nowOpen, nowWorst, variables, outputs, why, startedAt,
                endedAt, deadline);
    }

    StepRun ended(StepStatus how, @Nullable String because, Instant now) {
        return new StepRun(
                how, within, attempt, command, failures, open, worst, variables, outputs, because, startedAt, now,
                null);
    }
}
