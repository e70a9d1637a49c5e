package io.acso.agent.supervisor;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.PlannedAction;
import io.acso.core.autonomy.Undo;
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
import java.util.stream.Stream;

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
        List<String> missing = missing(execution, new Casebook(bench.records()));
        boolean completed = execution.status().equals(ExecutionStatus.COMPLETED.name());
        boolean done = completed && missing.isEmpty();
        if (!done && incident.status() == Incident.Status.ON_HOLD) {
            return;
        }
        if (!done) {
            String undone = missing.isEmpty() ? "" : "; not in place: " + String.join(", ", missing);
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

    /** Without what would only take back what others did. */
    private static List<PlannedAction> planned(ExecutionRecord execution) {
        return execution.plan() == null
                ? List.of()
                : execution.plan().actions().stream()
                        .filter(planned -> !Undo.takesBack(planned.stepId()))
                        .toList();
    }

    /** In words, planned actions that did not take, and those that the plan had to do without. */
    private static List<String> missing(ExecutionRecord execution, Casebook casebook) {
        Set<Action> took = took(execution, casebook);
        Stream<String> failed = planned(execution).stream()
                .map(PlannedAction::action)
                .filter(action -> !took.contains(action))
                .map(action -> action.kind() + " on " + action.target().id());
        Stream<String> leftOut =
                casebook.leftOut(execution.id()).stream().map(action -> action.kind() + " on " + action.target());
        return Stream.concat(failed, leftOut).toList();
    }

    private static Set<Action> took(ExecutionRecord execution, Casebook casebook) {
        return casebook.actions(execution.id()).stream()
                .filter(ActionResult::took)
                .map(ActionResult::action)
                .collect(Collectors.toSet());
    }

    /** Targets on which every planned action took, now or earlier. */
    private static List<String> covered(Response response, ExecutionRecord execution, Casebook casebook) {
        SequencedSet<String> covered = new LinkedHashSet<>(response.covered());
        Set<Action> took = took(execution, casebook);
        planned(execution).stream()
                .map(planned -> planned.action().target().id())
                .filter(target -> planned(execution).stream()
                        .map(PlannedAction::action)
                        .filter(action -> action.target().id().equals(target))
                        .allMatch(took::contains))
                .forEach(covered::add);
        return List.copyOf(covered);
    }

    private static String contained(ExecutionRecord execution) {
        return "all " + planned(execution).size() + " planned actions are in place";
    }
}
