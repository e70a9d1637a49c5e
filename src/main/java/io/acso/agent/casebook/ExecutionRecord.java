package io.acso.agent.casebook;

import io.acso.core.autonomy.Plan;
import io.acso.domain.kernel.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One durable run of a playbook; written by the supervisor. Its history lies beside it, an item an entry.
 *
 * @param subject the incident or request it is for
 * @param status {@code PLANNED} until it begins, then the execution's own status
 * @param plan every gated action, as approved; null until it is made
 * @param approvalId the approval it runs under; null when none was needed
 * @param historyLength how many history entries there are
 * @param state of the execution, see {@code core.playbook}; null before it begins
 */
public record ExecutionRecord(
        String id,
        String subject,
        String playbookId,
        String playbookName,
        Severity severity,
        int confidence,
        String status,
        @Nullable Plan plan,
        @Nullable String approvalId,
        Instant requested,
        @Nullable Instant ended,
        int historyLength,
        @Nullable ObjectNode state) {}
