package io.acso.agent.casebook;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Plan;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One durable run of a playbook; written by the supervisor. Its history lies beside it, an item an entry.
 *
 * @param subject the incident or request it is for
 * @param status {@link #PLANNED} or {@link #AWAITING_APPROVAL} until it begins, then the execution's own; or
 *     {@link #REJECTED}, {@link #EXPIRED} or {@link #SUPERSEDED} when it never began
 * @param plan every gated action, as approved; null until it is made
 * @param approvalId the approval it runs under; null when none was needed
 * @param historyLength how many history entries there are
 * @param state of the execution, see {@code core.playbook}; null before it begins
 * @param decisions what the gate said of each action when the plan was made
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
        @Nullable ObjectNode state,
        List<PlanDecision> decisions) {

    public static final String PLANNED = "PLANNED";
    public static final String AWAITING_APPROVAL = "AWAITING_APPROVAL";
    public static final String REJECTED = "REJECTED";
    public static final String EXPIRED = "EXPIRED";
    public static final String SUPERSEDED = "SUPERSEDED";

    /** What the gate said of one action of the plan when it was made. */
    public record PlanDecision(String stepId, Action action, Decision decision) {}

    public ExecutionRecord {
        decisions = List.copyOf(decisions);
    }

    /** Planned for a subject; nothing has begun. */
    public static ExecutionRecord planned(
            String id, Incident incident, String playbookId, String playbookName, Instant now) {
        return new ExecutionRecord(
                id,
                incident.id(),
                playbookId,
                playbookName,
                incident.rating().severity(),
                incident.rating().confidence(),
                PLANNED,
                null,
                null,
                now,
                null,
                0,
                null,
                List.of());
    }

    public ExecutionRecord decided(Plan made, List<PlanDecision> said, @Nullable String approval) {
        String next = approval == null ? PLANNED : AWAITING_APPROVAL;
        return new ExecutionRecord(
                id,
                subject,
                playbookId,
                playbookName,
                severity,
                confidence,
                next,
                made,
                approval,
                requested,
                ended,
                historyLength,
                state,
                said);
    }

    /** Another approval from now on. */
    public ExecutionRecord under(String approval) {
        return new ExecutionRecord(
                id,
                subject,
                playbookId,
                playbookName,
                severity,
                confidence,
                status,
                plan,
                approval,
                requested,
                ended,
                historyLength,
                state,
                decisions);
    }

    public ExecutionRecord moved(String to, ObjectNode next, int history, @Nullable Instant end) {
        return new ExecutionRecord(
                id,
                subject,
                playbookId,
                playbookName,
                severity,
                confidence,
                to,
                plan,
                approvalId,
                requested,
                end,
                historyLength + history,
                next,
                decisions);
    }

    /** Ended before it began. */
    public ExecutionRecord dropped(String how, Instant now) {
        return new ExecutionRecord(
                id,
                subject,
                playbookId,
                playbookName,
                severity,
                confidence,
                how,
                plan,
                approvalId,
                requested,
                now,
                historyLength,
                state,
                decisions);
    }
}
