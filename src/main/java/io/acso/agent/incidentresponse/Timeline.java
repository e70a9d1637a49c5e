package io.acso.agent.incidentresponse;

import io.acso.domain.finding.Finding;
import io.acso.domain.incident.IncidentFact;
import io.acso.domain.incident.IncidentFact.FindingJoined;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An incident's facts as a story, in order of time: the same finding over and over is one entry that says how often,
 * so that a noisy rule hides nothing.
 */
final class Timeline {

    /** What happened when; a finding at its own time, everything else at the time it was done. */
    record Entry(Instant time, String text) {}

    private Timeline() {}

    static List<Entry> of(List<IncidentFact> facts, List<Finding> findings) {
        Map<String, String> titles =
                findings.stream().collect(Collectors.toMap(Finding::id, Finding::title, (one, same) -> one));
        Map<String, List<FindingJoined>> repeated = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (IncidentFact fact : facts) {
            if (fact instanceof FindingJoined joined) {
                String title = titles.getOrDefault(joined.findingId(), joined.text());
                repeated.computeIfAbsent(title, none -> new ArrayList<>()).add(joined);
            } else {
                entries.add(new Entry(fact.at(), fact.text()));
            }
        }
        repeated.values().forEach(same -> entries.add(entry(same)));
        entries.sort(Comparator.comparing(Entry::time));
        return entries;
    }

    private static Entry entry(List<FindingJoined> same) {
        same.sort(Comparator.comparing(FindingJoined::happened));
        FindingJoined first = same.getFirst();
        String often = same.size() == 1
                ? ""
                : " (" + same.size() + " times until "
                        + MarkdownReport.time(same.getLast().happened()) + ")";
        return new Entry(first.happened(), first.text() + often);
    }
}
