package io.acso.agent.casebook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.acso.core.autonomy.Action;
import io.acso.domain.task.AgentName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one action of an execution came to; written by the agent that carried it out.
 *
 * @param attempt of the step, as the execution counts them; 0 in records of version 0.1
 * @param effect key of its record, see {@code Effects}; null when nothing was tried
 * @param detail in words, with what the check said
 * @param policies ids of the policies that decided
 * @param inverse the action that undoes it, if there is one
 */
public record ActionResult(
        String stepId,
        int attempt,
        @Nullable String effect,
        AgentName agent,
        Action action,
        List<String> calls,
        Came outcome,
        String detail,
        List<String> policies,
        @Nullable Action inverse,
        Instant at) {

    /** What it came to. */
    public enum Came {
        CARRIED_OUT,
        ALREADY_DONE,
        NEEDS_APPROVAL,
        FORBIDDEN,
        NOT_CONFIGURED,
        FAILED,
        UNCERTAIN
    }

    public ActionResult {
        calls = List.copyOf(calls);
        policies = List.copyOf(policies);
    }

    /** Whether its effect is in place. */
    @JsonIgnore
    public boolean took() {
        return outcome == Came.CARRIED_OUT || outcome == Came.ALREADY_DONE;
    }
}
