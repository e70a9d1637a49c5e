package io.acso.agent.casebook;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Plan;
import io.acso.core.playbook.UnplannedStep;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One durable run of a playbook; written by the supervisor. Its history lies beside it, an item a transition.
 *
 * @param subject the incident it is for; of a run that a person asked for, its own id
 * @param playbookHash the version that was planned, which is the version that runs; null in records of version 0.1
 * @param requestedBy who asked for it; null in records of version 0.1
 * @param given what its playbook was given, by bare name; null in records of version 0.1
 * @param parent the step that waits for its end; null when none does
 * @param status {@link #PLANNED} or {@link #AWAITING_APPROVAL} until it begins, then the execution's own; or
 *     {@link #REJECTED}, {@link #EXPIRED}, {@link #SUPERSEDED}, {@link #NOT_PLANNED} or {@link #DRY_RUN} when it never
 *     began
 * @param why it ended so, or never began
 * @param plan every gated action, as approved; null until it is made
 * @param approvalId the approval it runs under; null when none was needed
 * @param stepApprovals approvals that were asked for while it ran, by step
 * @param historyLength how many history items there are
 * @param state of the execution, see {@code core.playbook}; null before it begins
 * @param pending commands of the last transition that did not fit into its commit, in order
 * @param decisions what the gate said of each action when the plan was made
 * @param unplanned actions that come to nothing with what was given; empty in records before they were kept
 */
public record ExecutionRecord(
        String id,
        String subject,
        String playbookId,
        String playbookName,
        @Nullable Digest playbookHash,
        Severity severity,
        int confidence,
        @Nullable Principal requestedBy,
        @Nullable ObjectNode given,
        @Nullable Parent parent,
        boolean dryRun,
        Instant requested,
        String status,
        @Nullable String why,
        @Nullable Plan plan,
        @Nullable String approvalId,
        Map<String, String> stepApprovals,
        @Nullable Instant ended,
        int historyLength,
        @Nullable ObjectNode state,
        List<JsonNode> pending,
        List<PlanDecision> decisions,
        List<UnplannedStep> unplanned) {

    public static final String PLANNED = "PLANNED";
    public static final String AWAITING_APPROVAL = "AWAITING_APPROVAL";
    public static final String REJECTED = "REJECTED";
    public static final String EXPIRED = "EXPIRED";
    public static final String SUPERSEDED = "SUPERSEDED";
    public static final String NOT_PLANNED = "NOT_PLANNED";
    public static final String DRY_RUN = "DRY_RUN";

    private static final int MOST_UNPLANNED = 100;

    /** What the gate said of one action of the plan when it was made. */
    public record PlanDecision(String stepId, Action action, Decision decision) {}

    /** The attempt at a step of another execution that this one is. */
    public record Parent(String executionId, String stepId, int attempt) {}

    /** The playbook to run, in the version that is meant. */
    public record Chosen(String id, String name, Digest hash) {}

    public ExecutionRecord {
        stepApprovals = stepApprovals == null ? Map.of() : Map.copyOf(stepApprovals);
        pending = pending == null ? List.of() : List.copyOf(pending);
        decisions = List.copyOf(decisions);
        unplanned = unplanned == null ? List.of() : List.copyOf(unplanned);
    }

    /** Planned for an incident; nothing has begun. */
    public static ExecutionRecord planned(
            String id, Incident incident, Chosen playbook, ObjectNode given, Principal by, Instant now) {
        return planned(
                id,
                incident.id(),
                playbook,
                incident.rating().severity(),
                incident.rating().confidence(),
                by,
                given,
                null,
                false,
                now);
    }

    /** Asked for by somebody who vouches for no severity and no confidence, so that these open no door. */
    public static ExecutionRecord asked(
            String id, Chosen playbook, ObjectNode given, boolean dryRun, Principal by, Instant now) {
        return planned(id, id, playbook, Severity.INFORMATIONAL, 0, by, given, null, dryRun, now);
    }

    /** A step of {@code this}; it has the same subject, severity and confidence. */
    public ExecutionRecord child(String childId, Chosen playbook, ObjectNode with, Parent step, Instant now) {
        return planned(childId, subject, playbook, severity, confidence, requestedBy, with, step, false, now);
    }

    private static ExecutionRecord planned(
            String id,
            String subject,
            Chosen playbook,
            Severity severity,
            int confidence,
            @Nullable Principal by,
            ObjectNode given,
            @Nullable Parent parent,
            boolean dryRun,
            Instant now) {
        return new ExecutionRecord(
                id,
                subject,
                playbook.id(),
                playbook.name(),
                playbook.hash(),
                severity,
                confidence,
                by,
                given,
                parent,
                dryRun,
                now,
                PLANNED,
                null,
                null,
                null,
                Map.of(),
                null,
                0,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** With what of its playbook comes to nothing; of a very long list the beginning. */
    public ExecutionRecord lacking(List<UnplannedStep> steps) {
        List<UnplannedStep> told = steps.stream().limit(MOST_UNPLANNED).toList();
        return with(
                status, why, plan, approvalId, stepApprovals, ended, historyLength, state, pending, decisions, told);
    }

    /** Whether it may still begin. */
    public boolean waitsToBegin() {
        return state == null && ended == null;
    }

    /** With its plan; {@code approval} is what it waits for, null when nobody needs to be asked. */
    public ExecutionRecord decided(Plan made, List<PlanDecision> said, @Nullable String approval) {
        String next = approval == null ? PLANNED : AWAITING_APPROVAL;
        return with(next, why, made, approval, stepApprovals, ended, historyLength, state, pending, said);
    }

    /** With the approval that was given for this step while it ran. */
    public ExecutionRecord under(String step, String approval) {
        Map<String, String> more = new TreeMap<>(stepApprovals);
        more.put(step, approval);
        return with(status, why, plan, approvalId, more, ended, historyLength, state, pending, decisions);
    }

    /** One transition further; not ended when {@code end} is null. */
    public ExecutionRecord moved(String to, ObjectNode next, int history, String because, @Nullable Instant end) {
        String reason = end == null ? null : because;
        return with(
                to, reason, plan, approvalId, stepApprovals, end, historyLength + history, next, pending, decisions);
    }

    /** With these commands still to be given. */
    public ExecutionRecord leaving(List<JsonNode> commands) {
        return with(status, why, plan, approvalId, stepApprovals, ended, historyLength, state, commands, decisions);
    }

    /** Ended before it began. */
    public ExecutionRecord dropped(String how, String because, Instant now) {
        return with(how, because, plan, approvalId, stepApprovals, now, historyLength, state, pending, decisions);
    }

    private ExecutionRecord with(
            String newStatus,
            @Nullable String newWhy,
            @Nullable Plan newPlan,
            @Nullable String newApproval,
            Map<String, String> newStepApprovals,
            @Nullable Instant newEnd,
            int newLength,
            @Nullable ObjectNode newState,
            List<JsonNode> newPending,
            List<PlanDecision> newDecisions) {
        return with(
                newStatus,
                newWhy,
                newPlan,
                newApproval,
                newStepApprovals,
                newEnd,
                newLength,
                newState,
                newPending,
                newDecisions,
                unplanned);
    }

    private ExecutionRecord with(
            String newStatus,
            @Nullable String newWhy,
            @Nullable Plan newPlan,
            @Nullable String newApproval,
            Map<String, String> newStepApprovals,
            @Nullable Instant newEnd,
            int newLength,
            @Nullable ObjectNode newState,
            List<JsonNode> newPending,
            List<PlanDecision> newDecisions,
            List<UnplannedStep> newUnplanned) {
        return new ExecutionRecord(
                id,
                subject,
                playbookId,
                playbookName,
                playbookHash,
                severity,
                confidence,
                requestedBy,
                given,
                parent,
                dryRun,
                requested,
                newStatus,
                newWhy,
                newPlan,
                newApproval,
                newStepApprovals,
                newEnd,
                newLength,
                newState,
                newPending,
                newDecisions,
                newUnplanned);
    }
}
