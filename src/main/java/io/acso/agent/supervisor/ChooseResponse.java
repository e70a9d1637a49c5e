package io.acso.agent.supervisor;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Investigation;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.Workbench;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.Value;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Chooses the playbook that fits what the investigation found, and has it planned. */
final class ChooseResponse {

    /** Where to act; the other variables are what to act on. */
    private static final String CONTEXT = "accounts";

    private final Playbooks playbooks;
    private final Planning planning;
    private final Ending ending;

    ChooseResponse(Playbooks playbooks, Planning planning, Ending ending) {
        this.playbooks = playbooks;
        this.planning = planning;
        this.ending = ending;
    }

    /** An answer to an older revision, or about what was closed meanwhile, is out of date and changes nothing. */
    void take(Investigation found, Workbench bench) {
        Casebook casebook = new Casebook(bench.records());
        Optional<Held<Incident>> incident = casebook.incident(found.incidentId())
                .filter(held -> held.value().isOpen());
        Optional<Held<Response>> response = casebook.response(found.incidentId())
                .filter(held -> held.value().revision() == found.revision())
                .filter(held -> held.value().stage() != Response.Stage.EXECUTING);
        if (incident.isPresent() && response.isPresent()) {
            choose(incident.get(), response.get(), found, bench);
        }
    }

    private void choose(Held<Incident> incident, Held<Response> held, Investigation found, Workbench bench) {
        Response response = held.value();
        SortedMap<String, List<String>> open = uncovered(found, response.covered());
        Optional<ExecutionRecord> last = ended(response, bench);
        if (last.isPresent() && nothingNew(response, last.get(), incident.value(), open)) {
            bench.put(held.replacedBy(response.ended(response.covered(), bench.now())));
            ending.settle(incident, last.get(), bench);
            return;
        }
        Map<String, Value> given = given(incident.value(), open, bench.now());
        Optional<Playbook> best = playbooks
                .library()
                .fitting(
                        incident.value().rating().severity(),
                        Set.copyOf(incident.value().picture().tactics()),
                        given)
                .stream()
                .findFirst();
        if (best.isEmpty()) {
            String why = "no playbook fits; a person must decide";
            Case.stage(bench, incident, incident.value().hold(bench.now(), why));
            return;
        }
        if (last.isEmpty() && stands(response, best.get(), open)) {
            return;
        }
        planning.drop(response, "the incident grew and another plan replaces this one", bench);
        start(incident, held, best.get(), open, given, bench);
    }

    /** Whether what was chosen before and has not begun is still the answer. */
    private static boolean stands(Response before, Playbook best, SortedMap<String, List<String>> open) {
        return before.executionId() != null && best.id().equals(before.playbookId()) && open.equals(before.variables());
    }

    /** Whether everything is dealt with, or was the last execution's matter when it was no less grave. */
    private static boolean nothingNew(
            Response response, ExecutionRecord last, Incident incident, SortedMap<String, List<String>> open) {
        boolean dealtWith = open.entrySet().stream()
                .allMatch(now -> now.getKey().equals(CONTEXT) || now.getValue().isEmpty());
        boolean sameMatter = last.severity().atLeast(incident.rating().severity())
                && open.entrySet().stream()
                        .allMatch(now -> response.variables()
                                .getOrDefault(now.getKey(), List.of())
                                .containsAll(now.getValue()));
        return sameMatter || (dealtWith && !response.covered().isEmpty());
    }

    /** The execution that has ended, when the incident is looked into again after it. */
    private static Optional<ExecutionRecord> ended(Response response, Workbench bench) {
        return Optional.ofNullable(response.executionId())
                .filter(id -> response.stage() == Response.Stage.INVESTIGATING)
                .flatMap(new Casebook(bench.records())::execution)
                .map(Held::value);
    }

    private void start(
            Held<Incident> incident,
            Held<Response> held,
            Playbook playbook,
            SortedMap<String, List<String>> open,
            Map<String, Value> given,
            Workbench bench) {
        String execution = Digest.id(
                "exe", incident.value().id(), Integer.toString(held.value().revision()));
        String why = "'" + playbook.name() + "': severity "
                + incident.value().rating().severity() + ", " + counts(open);
        Case.stage(bench, incident, incident.value().respond(execution, bench.now(), why));
        Response next = held.value().plan(playbook.id(), open, execution, bench.now());
        ExecutionRecord record = ExecutionRecord.planned(
                execution,
                incident.value(),
                new ExecutionRecord.Chosen(playbook.id(), playbook.name(), playbook.hash()),
                Json.objectOf(given),
                AgentName.SUPERVISOR.principal(),
                bench.now());
        playbooks.keep(playbook, bench);
        planning.respond(held, next, record, playbook, given, bench);
    }

    private static SortedMap<String, List<String>> uncovered(Investigation found, List<String> covered) {
        SortedMap<String, List<String>> open = new TreeMap<>();
        found.variables()
                .forEach((name, values) -> open.put(
                        name,
                        values.stream()
                                .filter(value -> name.equals(CONTEXT) || !covered.contains(value))
                                .toList()));
        return open;
    }

    /** What every playbook is given. */
    static Map<String, Value> given(Incident incident, SortedMap<String, List<String>> variables, Instant requested) {
        Map<String, Value> given = new HashMap<>();
        variables.forEach((name, values) -> given.put(name, Value.of(values)));
        variables.getOrDefault(CONTEXT, List.of()).stream()
                .findFirst()
                .ifPresent(account -> given.put("account", Value.of(account)));
        given.put(
                "requested", Value.of(requested.truncatedTo(ChronoUnit.SECONDS).toString()));
        given.put("incident_id", Value.of(incident.id()));
        given.put("severity", Value.of(incident.rating().severity().name()));
        return given;
    }

    private static String counts(SortedMap<String, List<String>> open) {
        return String.join(
                ", ",
                open.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry ->
                                count(entry.getValue().size(), entry.getKey().replace('_', ' ')))
                        .toList());
    }

    private static String count(int number, String plural) {
        return number + " " + (number == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }
}
