package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.correlation.IncidentRating;
import io.acso.core.correlation.JoinKey;
import io.acso.core.correlation.JoinKeys;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.Picture;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Places a finding: into the incident of its actor, into a new one, or aside until there is more. */
final class CorrelateFinding implements Duty {

    /** Slight findings of one actor open an incident when they are of so many rules and tactics in an hour. */
    private static final int LOOSE_RULES = 3;

    private static final int LOOSE_TACTICS = 2;
    private static final Duration LOOSE_WINDOW = Duration.ofHours(1);
    private static final int ADOPT_AT_MOST = 10;

    private final SupervisorSettings settings;
    private final IncidentRating rating;

    CorrelateFinding(SupervisorSettings settings, IncidentRating rating) {
        this.settings = settings;
        this.rating = rating;
    }

    @Override
    public String kind() {
        return CaseTasks.CORRELATE;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        Casebook casebook = new Casebook(bench.records());
        Finding finding =
                casebook.finding(task.arguments().path("finding").asString()).orElse(null);
        if (finding == null || casebook.placed(finding.id()).isPresent()) {
            return new Outcome.Completed(Json.object().put("placed", "already"));
        }
        List<JoinKey> keys = JoinKeys.of(finding, casebook::origins);
        IncidentDraft draft = join(casebook, finding, keys, bench.now())
                .or(() -> open(casebook, finding, keys, bench.now()))
                .orElse(null);
        if (draft == null) {
            keys.stream().filter(JoinKey::own).forEach(key -> bench.overwrite(CaseKeys.loose(key.key(), finding)));
            return new Outcome.Completed(Json.object().put("placed", "aside"));
        }
        draft.stage(bench, keys);
        SupervisorTasks.assess(bench, draft.incident(), settings.settle());
        return new Outcome.Completed(
                Json.object().put("placed", draft.incident().id()));
    }

    private Optional<IncidentDraft> join(Casebook casebook, Finding finding, List<JoinKey> keys, Instant now) {
        record Candidate(Held<Incident> held, JoinKey key) {}
        List<Candidate> candidates = keys.stream()
                .flatMap(key -> casebook.incidentOf(key.key()).stream()
                        .flatMap(id -> casebook.incident(id.value()).stream())
                        .filter(held -> reaches(held.value(), finding))
                        .map(held -> new Candidate(held, key)))
                .toList();
        return candidates.stream()
                .min(Comparator.comparing(candidate -> candidate.held().value().opened()))
                .map(chosen -> {
                    IncidentDraft draft = IncidentDraft.of(chosen.held(), rating, now);
                    draft.join(finding, chosen.key().why());
                    candidates.stream()
                            .map(other -> other.held().value().id())
                            .filter(id -> !id.equals(draft.incident().id()))
                            .distinct()
                            .forEach(draft::relate);
                    return draft;
                });
    }

    private boolean reaches(Incident incident, Finding finding) {
        Picture picture = incident.picture();
        return incident.isOpen()
                && finding.time().isBefore(picture.lastSeen().plus(settings.window()))
                && finding.time().isAfter(picture.firstSeen().minus(settings.window()));
    }

    private Optional<IncidentDraft> open(Casebook casebook, Finding finding, List<JoinKey> keys, Instant now) {
        List<Finding> loose = keys.stream()
                .flatMap(key -> casebook.loose(key.key()).stream())
                .filter(other -> !other.id().equals(finding.id()))
                .filter(other ->
                        Duration.between(other.time(), finding.time()).abs().compareTo(LOOSE_WINDOW) <= 0)
                .distinct()
                .sorted(Comparator.comparing(Finding::time).reversed())
                .limit(ADOPT_AT_MOST)
                .toList();
        boolean grave = finding.severity().atLeast(Severity.MEDIUM);
        if (!grave && !adds(finding, loose)) {
            return Optional.empty();
        }
        String why = grave
                ? "opened by a finding of severity " + finding.severity()
                : "opened by " + (loose.size() + 1) + " slight findings of one actor within an hour";
        IncidentDraft draft = IncidentDraft.open(finding, why, rating, now);
        loose.forEach(other -> draft.join(other, "the same actor, shortly before"));
        return Optional.of(draft);
    }

    private static boolean adds(Finding finding, List<Finding> loose) {
        List<Finding> all = new ArrayList<>(loose);
        all.add(finding);
        long rules = all.stream().map(Finding::ruleId).distinct().count();
        long tactics =
                all.stream().flatMap(one -> one.tactics().stream()).distinct().count();
        return rules >= LOOSE_RULES && tactics >= LOOSE_TACTICS;
    }
}
