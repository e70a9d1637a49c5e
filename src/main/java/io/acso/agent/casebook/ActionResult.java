package io.acso.agent.casebook;

import io.acso.core.autonomy.Action;
import io.acso.domain.task.AgentName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one action of an execution came to; written by the agent that carried it out.
 *
 * @param outcome {@code carried-out}, {@code already-done}, {@code needs-approval}, {@code forbidden},
 *     {@code not-configured}, {@code failed} or {@code uncertain}
 * @param detail in words, with what the check said
 * @param policies ids of the policies that decided
 * @param inverse the action that undoes it, if there is one
 */
public record ActionResult(
        String stepId,
        AgentName agent,
        Action action,
        List<String> calls,
        String outcome,
        String detail,
        List<String> policies,
        @Nullable Action inverse,
        Instant at) {}
