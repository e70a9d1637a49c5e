package io.acso.agent.casebook;

import io.acso.core.autonomy.Approval;
import io.acso.domain.event.EntityLink;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import io.acso.domain.kernel.Digest;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.RecordStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the records of cases. */
public final class Casebook {

    private static final int MOST = 2_000;
    private static final int MOST_ORIGINS = 16;
    private static final int MOST_MOMENTS = 100_000;

    private final RecordStore records;

    public Casebook(RecordStore records) {
        this.records = records;
    }

    public Optional<Held<Incident>> incident(String id) {
        return held(CaseKeys.incident(id), Incident.class);
    }

    /** Incidents, the one opened last first. */
    public Page<Incident> incidents(int limit, @Nullable String cursor) {
        return page(CaseKeys.INCIDENTS, "all", limit, cursor, Incident.class);
    }

    /** As {@link #incidents}, not read yet. */
    public Page<Item> incidentRecords(int limit, @Nullable String cursor) {
        return records.query(Query.index(CaseKeys.INCIDENTS, "all")
                .newestFirst()
                .limit(limit)
                .after(cursor));
    }

    /** What was said of an incident, the first word first. */
    public Page<Comment> comments(String incidentId, int limit, @Nullable String cursor) {
        Page<Item> page =
                records.query(Query.partition(CaseKeys.incident(incidentId).partition())
                        .prefix(CaseKeys.COMMENT)
                        .limit(limit)
                        .after(cursor));
        return new Page<>(
                page.items().stream().map(item -> item.as(Comment.class)).toList(), page.next());
    }

    public Optional<Finding> finding(String id) {
        return records.get(CaseKeys.finding(id)).map(item -> item.as(Finding.class));
    }

    /** Findings, the newest event first. */
    public Page<Finding> findings(int limit, @Nullable String cursor) {
        return page(CaseKeys.FINDINGS, "all", limit, cursor, Finding.class);
    }

    /** The findings of an incident by event time, {@value #MOST} at the most. */
    public List<Finding> findingsOf(String incidentId) {
        return findingIds(incidentId, MOST).stream()
                .flatMap(id -> finding(id).stream())
                .toList();
    }

    /** The ids of the findings of an incident by event time, {@code most} at the most. */
    public List<String> findingIds(String incidentId, int most) {
        Query query = Query.partition(CaseKeys.incident(incidentId).partition()).prefix(CaseKeys.FINDING);
        return records.all(query, most).stream()
                .map(item -> item.as(String.class))
                .toList();
    }

    /** The same, a page at a time. */
    public Page<Finding> findingsOf(String incidentId, int limit, @Nullable String cursor) {
        Page<Item> page =
                records.query(Query.partition(CaseKeys.incident(incidentId).partition())
                        .prefix(CaseKeys.FINDING)
                        .limit(limit)
                        .after(cursor));
        List<Finding> findings = page.items().stream()
                .flatMap(item -> finding(item.as(String.class)).stream())
                .toList();
        return new Page<>(findings, page.next());
    }

    public List<IncidentFact> timeline(String incidentId) {
        return under(incidentId, CaseKeys.FACT).stream()
                .map(item -> item.as(IncidentFact.class))
                .toList();
    }

    public List<Evidence> evidence(String incidentId) {
        return under(incidentId, CaseKeys.EVIDENCE).stream()
                .map(item -> item.as(Evidence.class))
                .toList();
    }

    public boolean hasEvidence(String incidentId, String evidenceId) {
        return records.get(CaseKeys.evidence(incidentId, evidenceId)).isPresent();
    }

    public Optional<Held<Response>> response(String incidentId) {
        return held(CaseKeys.response(incidentId), Response.class);
    }

    public Optional<Investigation> investigation(String incidentId) {
        return records.get(CaseKeys.investigation(incidentId)).map(item -> item.as(Investigation.class));
    }

    public Optional<CostAssessment> cost(String incidentId) {
        return records.get(CaseKeys.cost(incidentId)).map(item -> item.as(CostAssessment.class));
    }

    public Optional<ReportReference> report(String incidentId) {
        return records.get(CaseKeys.report(incidentId)).map(item -> item.as(ReportReference.class));
    }

    public Optional<Held<Ticket>> ticket(String incidentId) {
        return held(CaseKeys.ticket(incidentId), Ticket.class);
    }

    public Optional<Held<Approval>> approval(String id) {
        return held(CaseKeys.approval(id), Approval.class);
    }

    /** Approvals, the one asked for last first. */
    public Page<Approval> approvals(int limit, @Nullable String cursor) {
        return page(CaseKeys.APPROVALS, "all", limit, cursor, Approval.class);
    }

    public Optional<Held<ExecutionRecord>> execution(String id) {
        return held(CaseKeys.execution(id), ExecutionRecord.class);
    }

    /** Executions, the one begun last first. */
    public Page<ExecutionRecord> executions(int limit, @Nullable String cursor) {
        return page(CaseKeys.EXECUTIONS, "all", limit, cursor, ExecutionRecord.class);
    }

    /** What the actions of an execution came to, in the order they were carried out. */
    public List<ActionResult> actions(String executionId) {
        return all(Query.partition(CaseKeys.execution(executionId).partition()).prefix(CaseKeys.ACTION)).stream()
                .map(item -> item.as(ActionResult.class))
                .toList();
    }

    /** The last wish to take an effect back. */
    public Optional<Held<TakingBack>> takingBack(String executionId, String effect) {
        return held(CaseKeys.takingBack(executionId, effect), TakingBack.class);
    }

    /** The last wish of each effect of an execution that somebody wanted taken back. */
    public List<TakingBack> takingsBack(String executionId) {
        return all(Query.partition(CaseKeys.execution(executionId).partition()).prefix(CaseKeys.TAKING_BACK)).stream()
                .map(item -> item.as(TakingBack.class))
                .toList();
    }

    /** The actions that an execution's plan does without. */
    public List<LeftOut> leftOut(String executionId) {
        return records.get(CaseKeys.leftOut(executionId))
                .map(item -> List.of(item.as(LeftOut[].class)))
                .orElse(List.of());
    }

    /** What happened to an execution, oldest first, a line each, as the playbook's machine wrote it. */
    public List<JsonNode> history(String executionId) {
        return moments(executionId).stream()
                .flatMap(moment -> moment.entries().stream())
                .toList();
    }

    /** The transitions of an execution, oldest first. */
    public List<Moment> moments(String executionId) {
        Query query =
                Query.partition(CaseKeys.execution(executionId).partition()).prefix(CaseKeys.HISTORY);
        return records.all(query, MOST_MOMENTS).stream()
                .map(item -> Moment.of(item.as(JsonNode.class)))
                .toList();
    }

    /** The text of a playbook that executions ran, as long as it is kept. */
    public Optional<String> playbookText(Digest hash) {
        return records.get(CaseKeys.playbook(hash)).map(item -> item.as(String.class));
    }

    /** Where an entity came from, as far as events said so. */
    public List<EntityLink> origins(String entityKey) {
        Query query = Query.partition(CaseKeys.originPartition(entityKey)).limit(MOST_ORIGINS);
        return records.query(query).items().stream()
                .map(item -> item.as(EntityLink.class))
                .toList();
    }

    /** The incident that a finding became part of. */
    public Optional<String> placed(String findingId) {
        return records.get(CaseKeys.placed(findingId)).map(item -> item.as(String.class));
    }

    /** Slight findings of an actor that are in no incident yet, the last of each rule. */
    public List<Finding> loose(String entityKey) {
        return all(Query.partition(CaseKeys.loosePartition(entityKey))).stream()
                .map(item -> item.as(String.class))
                .filter(id -> placed(id).isEmpty())
                .flatMap(id -> finding(id).stream())
                .toList();
    }

    /** The incident that an actor belongs to. */
    public Optional<Held<String>> incidentOf(String entityKey) {
        return held(CaseKeys.actor(entityKey), String.class);
    }

    /** Items below an incident whose sort key begins with the prefix. */
    public List<Item> under(String incidentId, String prefix) {
        return all(Query.partition(CaseKeys.incident(incidentId).partition()).prefix(prefix));
    }

    private List<Item> all(Query query) {
        return records.all(query, MOST);
    }

    private <T> Optional<Held<T>> held(Key key, Class<T> type) {
        return records.get(key).map(item -> new Held<>(item.as(type), item));
    }

    private <T> Page<T> page(String index, String partition, int limit, @Nullable String cursor, Class<T> type) {
        Page<Item> page = records.query(
                Query.index(index, partition).newestFirst().limit(limit).after(cursor));
        return new Page<>(page.items().stream().map(item -> item.as(type)).toList(), page.next());
    }
}
