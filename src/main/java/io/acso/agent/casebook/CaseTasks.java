package io.acso.agent.casebook;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * The kinds of task that work on a case consists of, and who performs them. A task's id names the work, so
 * asking twice is asking once.
 */
public final class CaseTasks {

    /** Supervisor, {@code {finding}}: place a new finding. */
    public static final String CORRELATE = "correlate-finding";
    /** Supervisor, {@code {incident}}: decide the response anew. */
    public static final String ASSESS = "assess-incident";
    /**
     * Supervisor, {@code {incident, assignee, status, why}}: what a person wants with an incident; without assignee or
     * status that stays as it is.
     */
    public static final String DIRECT_INCIDENT = "direct-incident";
    /** Supervisor, {@code {approval, planHash, approve, by, comment}}: a person's answer. */
    public static final String ANSWER_APPROVAL = "answer-approval";
    /** Argument of an answer that is on record already: only what follows from it is left to do. */
    public static final String COUNTED = "counted";
    /** Supervisor, {@code {approval}}: nobody answered in time. */
    public static final String EXPIRE_APPROVAL = "expire-approval";
    /** Supervisor, {@code {approval}}: nobody has decided yet, and the next group is asked. */
    public static final String ESCALATE_APPROVAL = "escalate-approval";
    /** Supervisor, {@code {execution, effect, by, why}}: a person wants an effect taken back. */
    public static final String UNDO_EFFECT = "undo-effect";
    /** Supervisor, {@code {execution, step, by, accepted, text}}: a person did a manual step. */
    public static final String ANSWER_STEP = "answer-step";
    /** Supervisor, {@code {execution, step, attempt}}: a step took too long. */
    public static final String PASS_DEADLINE = "pass-deadline";
    /** Supervisor, {@code {execution, by, why}}. */
    public static final String CANCEL_EXECUTION = "cancel-execution";
    /** Supervisor, {@code {execution, why}}: begin nothing new of it. */
    public static final String PAUSE_EXECUTION = "pause-execution";
    /** Supervisor, {@code {execution}}: go on with what was paused. */
    public static final String RESUME_EXECUTION = "resume-execution";
    /** Supervisor, {@code {execution}}: go on from the steps that failed. */
    public static final String RETRY_EXECUTION = "retry-execution";
    /** Supervisor, {@code {execution, step, happened}}: a person found out what came of an uncertain step. */
    public static final String SETTLE_STEP = "settle-step";
    /** Supervisor, {@code {execution}}: give the commands that did not fit into the last commit. */
    public static final String CONTINUE_EXECUTION = "continue-execution";
    /** Supervisor, {@code {execution, playbook, hash, given, dryRun}}: somebody wants a playbook run. */
    public static final String RUN_PLAYBOOK = "run-playbook";

    /** Threat Hunter, {@code {incident, revision}}: find out how far it reaches. */
    public static final String INVESTIGATE = "investigate";
    /** Threat Hunter, {@code {rule, hours}}: what of late fits a Sigma rule. */
    public static final String HUNT_SIGMA = "hunt-sigma";

    /** Incident Response, {@code {execution, incident, actions}}: dry-run every action. */
    public static final String PREPARE_PLAN = "prepare-plan";
    /** Incident Response, {@code {execution, step, …}}: carry out a step's actions of the approved plan. */
    public static final String CARRY_OUT = "carry-out";
    /** Incident Response, {@code {execution, step, …}}: take back what a step did. */
    public static final String UNDO_STEP = "undo-step";
    /** Incident Response, {@code {execution, effect}}: dry-run what would take an effect back. */
    public static final String PREPARE_UNDO = "prepare-undo";
    /** Incident Response, {@code {execution, effect, plan, approval}}: take it back. */
    public static final String CARRY_OUT_UNDO = "carry-out-undo";
    /** Incident Response, {@code {incident}}. */
    public static final String PRESERVE_EVIDENCE = "preserve-evidence";
    /** Incident Response, {@code {incident}}: tell the people concerned. */
    public static final String NOTIFY = "notify";
    /** Incident Response, {@code {incident}}. */
    public static final String WRITE_REPORT = "write-report";

    /** Service Orchestration, {@code {incident}}. */
    public static final String OPEN_TICKET = "open-ticket";
    /** Service Orchestration, {@code {incident}}. */
    public static final String CLOSE_TICKET = "close-ticket";

    /** Financial Intelligence, {@code {incident}}: what the incident costs. */
    public static final String PRICE_INCIDENT = "price-incident";

    private static final Duration PATIENCE = Duration.ofHours(24);

    private CaseTasks() {}

    /** Asks the supervisor to place a finding. */
    public static Task correlate(String findingId, AgentName by, Instant now) {
        ObjectNode arguments = Json.object().put("finding", findingId);
        return toSupervisor(CORRELATE, findingId, arguments, by.principal(), now, findingId);
    }

    /** A task for the supervisor to which nobody waits for an answer. */
    public static Task toSupervisor(
            String kind, String name, ObjectNode arguments, Principal by, Instant now, String correlationId) {
        return new Task(
                Digest.id("tsk", kind, name),
                AgentName.SUPERVISOR,
                kind,
                arguments,
                by,
                correlationId,
                null,
                null,
                now.plus(PATIENCE));
    }

    /** A task whose outcome comes back to the supervisor under {@code replyKey}. */
    public static Task delegate(
            AgentName to, String kind, ObjectNode arguments, String correlationId, String replyKey, Instant deadline) {
        return new Task(
                Digest.id("tsk", kind, replyKey),
                to,
                kind,
                arguments,
                AgentName.SUPERVISOR.principal(),
                correlationId,
                AgentName.SUPERVISOR,
                replyKey,
                deadline);
    }
}
