package io.acso.agent.supervisor;

import io.acso.agent.Workbench;
import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Response;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.PlannedAction;
import io.acso.core.playbook.Command;
import io.acso.core.playbook.ExecutionStatus;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What the progress and the end of an execution mean for its incident. */
final class Ending {

    /** Marks the incident contained once every action of the plan has taken. */
    void progressed(ExecutionRecord execution, Workbench bench) {
        Casebook casebook = new Casebook(bench.records());
        if (planned(execution).isEmpty() || !missing(execution, casebook).isEmpty()) {
            return;
        }
        casebook.incident(execution.subject())
                .filter(held -> held.value().isOpen() && held.value().contained() == null)
                .ifPresent(held -> Case.stage(bench, held, held.value().contained(bench.now(), contained(execution))));
    }

    /** Ends the response. If findings came meanwhile the incident is assessed again before it is settled. */
    void finished(ExecutionRecord execution, Command.Finish finish, Workbench bench) {
        bench.ledger(
                "ExecutionEnded",
                execution.id(),
                Map.of("status", finish.status().name()));
        Casebook casebook = new Casebook(bench.records());
        casebook.response(execution.subject())
                .filter(held -> execution.id().equals(held.value().executionId()))
                .ifPresent(held -> bench.put(
                        held.replacedBy(held.value().ended(covered(held.value(), execution, casebook), bench.now()))));
        if (grew(execution, casebook)) {
            SupervisorTasks.assessNow(bench, execution.subject(), "after " + execution.id());
        } else {
            casebook.incident(execution.subject()).ifPresent(held -> settle(held, execution, bench));
        }
    }

    /** Resolves the incident when its last execution did all it was to do; holds it for a person when not. */
    void settle(Held<Incident> held, ExecutionRecord execution, Workbench bench) {
        Incident incident = held.value();
        if (!incident.isOpen()) {
            return;
        }
        List<Action> missing = missing(execution, new Casebook(bench.records()));
        boolean completed = execution.status().equals(ExecutionStatus.COMPLETED.name());
        if (!completed || !missing.isEmpty()) {
            String undone = missing.isEmpty() ? "" : "; not in place: " + words(missing);
            String why = "'" + execution.playbookName() + "' ended " + execution.status() + undone;
            Case.stage(bench, held, incident.hold(bench.now(), why + "; a person must look"));
            return;
        }
        List<IncidentFact> facts = new ArrayList<>();
        if (!planned(execution).isEmpty() && incident.contained() == null) {
            Incident.Change contained = incident.contained(bench.now(), contained(execution));
            facts.addAll(contained.facts());
            incident = contained.incident();
        }
        Incident.Change resolved =
                incident.resolved(bench.now(), "'" + execution.playbookName() + "' completed, nothing is left to do");
        facts.addAll(resolved.facts());
        Case.stage(bench, held, new Incident.Change(resolved.incident(), facts));
        bench.ledger("IncidentResolved", incident.id(), Map.of("execution", execution.id()));
    }

    private static boolean grew(ExecutionRecord execution, Casebook casebook) {
        return casebook.timeline(execution.subject()).stream()
                .anyMatch(fact -> fact instanceof IncidentFact.FindingJoined joined
                        && joined.at().isAfter(execution.requested()));
    }

    private static List<PlannedAction> planned(ExecutionRecord execution) {
        return execution.plan() == null ? List.of() : execution.plan().actions();
    }

    /** Planned actions that did not take. */
    private static List<Action> missing(ExecutionRecord execution, Casebook casebook) {
        Set<Action> took = took(execution, casebook);
        return planned(execution).stream()
                .map(PlannedAction::action)
                .filter(action -> !took.contains(action))
                .toList();
    }

    private static Set<Action> took(ExecutionRecord execution, Casebook casebook) {
        return casebook.actions(execution.id()).stream()
                .filter(ActionResult::took)
                .map(ActionResult::action)
                .collect(Collectors.toSet());
    }

    private static List<String> covered(Response response, ExecutionRecord execution, Casebook casebook) {
        SequencedSet<String> covered = new LinkedHashSet<>(response.covered());
        took(execution, casebook).forEach(action -> covered.add(action.target().id()));
        return List.copyOf(covered);
    }

    private static String contained(ExecutionRecord execution) {
        return "all " + planned(execution).size() + " planned actions are in place";
    }

    private static String words(List<Action> actions) {
        return actions.stream()
                .map(action -> action.kind() + " on " + action.target().id())
                .collect(Collectors.joining(", "));
    }
}
