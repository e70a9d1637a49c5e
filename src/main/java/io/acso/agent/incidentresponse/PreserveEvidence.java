package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Investigation;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.event.Event;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.evidence.Evidence.Custody;
import io.acso.domain.finding.Finding;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.journal.Journal;
import io.acso.platform.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Preserves what shows the incident: the raw events as they came, the findings, and how far it reached. */
final class PreserveEvidence implements Duty {

    private final Journal journal;
    private final ObjectStore objects;

    PreserveEvidence(Journal journal, ObjectStore objects) {
        this.journal = journal;
        this.objects = objects;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        String incident = task.arguments().path("incident").asString();
        Casebook casebook = new Casebook(bench.records());
        List<Finding> findings = casebook.findingsOf(incident);
        SortedSet<String> ids = new TreeSet<>();
        findings.forEach(finding -> ids.addAll(finding.eventIds()));
        casebook.investigation(incident).ifPresent(found -> ids.addAll(found.eventIds()));
        List<Event> events = journal.find(ids).values().stream()
                .sorted(Comparator.comparing(Event::time).thenComparing(Event::id))
                .toList();
        keep(
                incident,
                "events.ndjson",
                lines(events.stream().map(Event::raw).toList()),
                events.size() + " raw events from the journal, as their sources sent them"
                        + (ids.size() > events.size()
                                ? "; " + (ids.size() - events.size()) + " more are no longer kept there"
                                : ""),
                task,
                bench);
        keep(
                incident,
                "findings.ndjson",
                lines(findings.stream().map(Finding::ocsf).toList()),
                findings.size() + " findings as OCSF documents",
                task,
                bench);
        casebook.investigation(incident)
                .map(Json::text)
                .ifPresent(text -> keep(incident, "investigation.json", text, why(casebook, incident), task, bench));
        return new Outcome.Completed(Json.object().put("events", events.size()).put("findings", findings.size()));
    }

    private static String why(Casebook casebook, String incident) {
        return casebook.investigation(incident)
                .map(Investigation::events)
                .map(count -> "the Threat Hunter's investigation over " + count + " events")
                .orElse("the Threat Hunter's investigation");
    }

    /** What is preserved already stays as it was first collected. */
    private void keep(String incident, String name, String text, String origin, Task task, Workbench bench) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Digest hash = objects.put(content);
        String id = Digest.id("evd", incident, name, hash.hex());
        if (new Casebook(bench.records()).hasEvidence(incident, id)) {
            return;
        }
        Custody collected = new Custody(bench.now(), task.agent().principal(), "collected and hashed");
        Evidence evidence = new Evidence(
                id,
                incident,
                name,
                name.endsWith(".ndjson") ? "application/x-ndjson" : "application/json",
                hash,
                content.length,
                bench.now(),
                origin,
                List.of(collected));
        bench.overwrite(CaseKeys.evidence(evidence));
        bench.ledger("EvidencePreserved", evidence.id(), Map.of("sha256", hash.hex(), "size", "" + content.length));
        bench.announce("EvidencePreserved", incident, evidence);
    }

    private static String lines(List<String> documents) {
        return documents.stream().map(line -> line.strip() + "\n").collect(Collectors.joining());
    }
}
