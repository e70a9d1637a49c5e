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
    static final String ACTION = "action#";
    static final String HISTORY = "history#";

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
        return item(below(incidentId, FINDING + finding.time() + "#" + finding.id()), finding.id());
    }

    public static Item fact(String incidentId, IncidentFact fact, int ordinal) {
        String hash = Digest.of(Json.bytes(fact)).hex().substring(0, 12);
        return item(below(incidentId, FACT + fact.at() + "#" + String.format("%03d", ordinal) + "#" + hash), fact);
    }

    public static Item evidence(Evidence evidence) {
        return item(below(evidence.incidentId(), EVIDENCE + evidence.id()), evidence);
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
        return new Key("actor#" + entityKey, "incident");
    }

    /** Which incident a finding became part of. */
    public static Key placed(String findingId) {
        return new Key("finding#" + findingId, "incident");
    }

    /** Remembers a finding that is too slight to open an incident, under one of its actors. */
    public static Item loose(String entityKey, Finding finding) {
        return item(new Key(loosePartition(entityKey), finding.time() + "#" + finding.id()), finding.id());
    }

    static String loosePartition(String entityKey) {
        return "loose#" + entityKey;
    }

    public static Key origin(String entityKey) {
        return new Key("origin#" + entityKey, "origin");
    }

    public static Item origin(EntityLink link) {
        return item(origin(link.to().key()), link);
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
        String sort = ACTION + result.at() + "#" + result.stepId() + "#" + String.format("%03d", ordinal);
        return item(new Key("execution#" + executionId, sort), result);
    }

    public static Item history(String executionId, int ordinal, Object entry) {
        return item(new Key("execution#" + executionId, HISTORY + String.format("%08d", ordinal)), entry);
    }

    /** A record not yet written, of the shapes' current version. */
    public static Item item(Key key, Object value) {
        return Item.of(key.partition(), key.sort(), SCHEMA_VERSION, value);
    }

    private static Key below(String incidentId, String sort) {
        return new Key("incident#" + incidentId, sort);
    }

    private static Key byTime(Instant time, String id) {
        return new Key("all", time + "#" + id);
    }
}
