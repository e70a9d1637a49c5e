package io.acso.agent.casebook;

import io.acso.core.autonomy.Approval;
import io.acso.domain.event.EntityLink;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Where the records of cases lie, and how a new one is made. */
public final class CaseKeys {

    /** Version of the shapes kept here. */
    public static final int SCHEMA_VERSION = 1;

    static final String INCIDENTS = "incidents";
    static final String FINDINGS = "findings";
    static final String APPROVALS = "approvals";
    static final String EXECUTIONS = "executions";
    static final String FINDING = "finding#";
    static final String FACT = "fact#";
    static final String EVIDENCE = "evidence#";
    static final String COMMENT = "comment#";
    static final String ACTION = "action#";
    static final String TAKING_BACK = "taking-back#";
    static final String HISTORY = "history#";

    /** As large as an ARN may be; with what stands around it a key stays well below what stores take. */
    private static final int LONGEST = 512;

    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private CaseKeys() {}

    public static Key incident(String id) {
        return new Key("incident#" + id, "incident");
    }

    public static Item newIncident(Incident incident) {
        return item(incident(incident.id()), incident)
                .indexed(Map.of(INCIDENTS, byTime(incident.opened(), incident.id())));
    }

    public static Key finding(String id) {
        return new Key("finding#" + id, "finding");
    }

    public static Item newFinding(Finding finding) {
        return item(finding(finding.id()), finding).indexed(Map.of(FINDINGS, byTime(finding.time(), finding.id())));
    }

    /** Marks a finding as part of an incident. */
    public static Item membership(String incidentId, Finding finding) {
        return item(below(incidentId, FINDING + sortable(finding.time()) + "#" + finding.id()), finding.id());
    }

    public static Item fact(String incidentId, IncidentFact fact, int ordinal) {
        String hash = Digest.of(Json.bytes(fact)).hex().substring(0, 12);
        return item(
                below(incidentId, FACT + sortable(fact.at()) + "#" + String.format("%03d", ordinal) + "#" + hash),
                fact);
    }

    public static Item evidence(Evidence evidence) {
        return item(evidence(evidence.incidentId(), evidence.id()), evidence);
    }

    static Key evidence(String incidentId, String evidenceId) {
        return below(incidentId, EVIDENCE + evidenceId);
    }

    public static Item comment(Comment comment) {
        return item(below(comment.incidentId(), COMMENT + sortable(comment.at()) + "#" + comment.id()), comment);
    }

    public static Key response(String incidentId) {
        return below(incidentId, "response");
    }

    public static Key investigation(String incidentId) {
        return below(incidentId, "investigation");
    }

    public static Key cost(String incidentId) {
        return below(incidentId, "cost");
    }

    public static Key report(String incidentId) {
        return below(incidentId, "report");
    }

    public static Key ticket(String incidentId) {
        return below(incidentId, "ticket");
    }

    public static Key actor(String entityKey) {
        return new Key("actor#" + safe(entityKey), "incident");
    }

    /** Which incident a finding became part of. */
    public static Key placed(String findingId) {
        return new Key("finding#" + findingId, "incident");
    }

    /** Remembers a finding that is too slight to open an incident, under one of its actors: the last of each rule. */
    public static Item loose(String entityKey, Finding finding) {
        return item(new Key(loosePartition(entityKey), safe(finding.ruleId())), finding.id());
    }

    static String loosePartition(String entityKey) {
        return "loose#" + safe(entityKey);
    }

    /** One of the places that an entity came from. */
    public static Item origin(EntityLink link) {
        return item(new Key(originPartition(link.to().key()), safe(link.from().key())), link);
    }

    static String originPartition(String entityKey) {
        return "origin#" + safe(entityKey);
    }

    public static Key approval(String id) {
        return new Key("approval#" + id, "approval");
    }

    public static Item newApproval(Approval approval) {
        return item(approval(approval.id()), approval)
                .indexed(Map.of(APPROVALS, byTime(approval.requested(), approval.id())));
    }

    public static Key execution(String id) {
        return new Key("execution#" + id, "execution");
    }

    public static Item newExecution(ExecutionRecord execution) {
        return item(execution(execution.id()), execution)
                .indexed(Map.of(EXECUTIONS, byTime(execution.requested(), execution.id())));
    }

    public static Item action(String executionId, ActionResult result, int ordinal) {
        String sort = ACTION + sortable(result.at()) + "#" + result.stepId() + "#" + String.format("%03d", ordinal);
        return item(new Key("execution#" + executionId, sort), result);
    }

    /** The text of a playbook that executions run, by the hash of that text. */
    public static Key playbook(Digest hash) {
        return new Key("playbook#" + hash, "text");
    }

    public static Item playbookText(Digest hash, String text) {
        return Item.of(playbook(hash).partition(), playbook(hash).sort(), 1, text);
    }

    /** Which actions a plan does without; written by Incident Response. */
    public static Key leftOut(String executionId) {
        return new Key("execution#" + executionId, "left-out");
    }

    /** The last wish to take an effect of that execution back. */
    public static Key takingBack(String executionId, String effect) {
        return new Key("execution#" + executionId, TAKING_BACK + effect);
    }

    public static Item history(String executionId, int ordinal, Moment moment) {
        return item(new Key("execution#" + executionId, HISTORY + String.format("%08d", ordinal)), moment);
    }

    /** A record not yet written, of the shapes' current version. */
    public static Item item(Key key, Object value) {
        return Item.of(key.partition(), key.sort(), SCHEMA_VERSION, value);
    }

    private static Key below(String incidentId, String sort) {
        return new Key("incident#" + incidentId, sort);
    }

    private static Key byTime(Instant time, String id) {
        return new Key("all", sortable(time) + "#" + id);
    }

    /** All of one length, so that text sorts as time does. */
    private static String sortable(Instant time) {
        return SORTABLE.format(time);
    }

    /** Outside text as part of a key: as it is when a store takes it, else its hash. */
    private static String safe(String outside) {
        boolean plain = outside.length() <= LONGEST && outside.chars().allMatch(c -> c >= ' ' && c < 127);
        return plain ? outside : "sha256:" + Digest.ofParts(outside).hex();
    }
}
