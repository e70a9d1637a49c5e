package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.ExecutionRecord.PlanDecision;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Gate;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.Undo;
import io.acso.core.playbook.PlannedStep;
import io.acso.core.playbook.PlannedSteps;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.Value;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** From a chosen playbook to a plan that may run: every action dry-run, decided by the gate, and asked about. */
final class Planning {

    private final Gate gate;
    private final Approving approving;
    private final Executing executing;
    private final SupervisorSettings settings;

    Planning(Gate gate, Approving approving, Executing executing, SupervisorSettings settings) {
        this.gate = gate;
        this.approving = approving;
        this.executing = executing;
        this.settings = settings;
    }

    /** As {@link #plan}, for a response, which goes along. */
    void respond(
            Held<Response> held,
            Response response,
            ExecutionRecord record,
            Playbook playbook,
            Map<String, Value> given,
            Workbench bench) {
        boolean begins = plan(record, playbook, given, bench);
        bench.put(held.replacedBy(begins ? response.executing(bench.now()) : response));
    }

    /** Has the actions ahead of a new execution dry-run; with none, it begins at once, and true is answered. */
    boolean plan(ExecutionRecord asked, Playbook playbook, Map<String, Value> given, Workbench bench) {
        PlannedSteps.Outlook outlook = PlannedSteps.outlook(playbook, given);
        List<PlannedStep> ahead = outlook.planned();
        ExecutionRecord record = asked.lacking(outlook.unplanned());
        if (ahead.isEmpty()) {
            Plan nothing = new Plan(record.id(), record.subject(), record.playbookId(), List.of());
            ExecutionRecord decided = record.decided(nothing, List.of(), null);
            if (record.dryRun()) {
                bench.put(CaseKeys.newExecution(dry(decided, bench)));
                return false;
            }
            executing.begin(CaseKeys.newExecution(decided), decided, playbook, given, bench);
            return true;
        }
        bench.put(CaseKeys.newExecution(record));
        PlanOverdue.after(settings.stepTimeout(), record, bench);
        ObjectNode arguments = Json.object()
                .put("execution", record.id())
                .put("incident", record.subject())
                .put("playbook", playbook.id());
        arguments.set("steps", Json.MAPPER.valueToTree(ahead));
        bench.send(
                CaseTasks.delegate(
                        AgentName.INCIDENT_RESPONSE,
                        CaseTasks.PREPARE_PLAN,
                        arguments,
                        record.subject(),
                        "plan/" + record.id(),
                        bench.now().plus(settings.stepTimeout())),
                null);
        return false;
    }

    /** Takes the dry-run plan: begins it when the gate permits all of it, else asks. */
    void take(Plan plan, Workbench bench) {
        new Casebook(bench.records())
                .execution(plan.executionId())
                .filter(held -> held.value().status().equals(ExecutionRecord.PLANNED))
                .ifPresent(held -> decide(plan, held, bench));
    }

    private void decide(Plan plan, Held<ExecutionRecord> execution, Workbench bench) {
        io.acso.core.autonomy.PlanDecision said = gate.plan(
                plan,
                AgentName.INCIDENT_RESPONSE.principal(),
                execution.value().severity(),
                execution.value().confidence());
        List<PlanDecision> decisions = decisions(said);
        record(plan, decisions, bench);
        if (execution.value().dryRun()) {
            ExecutionRecord decided = execution.value().decided(plan, decisions, null);
            bench.put(execution.replacedBy(dry(decided, bench)));
        } else if (ahead(said).need().isPresent()) {
            Approval approval = approving.ask(question(plan, execution.value(), decisions, said, bench), bench);
            bench.put(execution.replacedBy(execution.value().decided(plan, decisions, approval.id())));
            NotBegun.responding(execution.value(), bench)
                    .ifPresent(held -> bench.put(held.replacedBy(held.value().awaiting(approval.id(), bench.now()))));
        } else {
            executing.goAhead(execution, execution.value().decided(plan, decisions, null), bench);
        }
    }

    private Approving.Question question(
            Plan plan,
            ExecutionRecord execution,
            List<PlanDecision> decisions,
            io.acso.core.autonomy.PlanDecision said,
            Workbench bench) {
        return Approving.Question.about(plan, "", why(decisions))
                .needing(said.need())
                .involving(Terms.involved(execution))
                .under(Terms.of(executing.playbook(execution, bench), plan, settings.approvalValid()));
    }

    /** Without what would only take back what the rest has done: nobody needs to be asked because of that. */
    private static io.acso.core.autonomy.PlanDecision ahead(io.acso.core.autonomy.PlanDecision said) {
        return new io.acso.core.autonomy.PlanDecision(
                said.actions().stream()
                        .filter(each -> !Undo.takesBack(each.planned().stepId()))
                        .toList(),
                said.constraints());
    }

    private static ExecutionRecord dry(ExecutionRecord decided, Workbench bench) {
        return decided.dropped(ExecutionRecord.DRY_RUN, "only the plan was asked for" + lacks(decided), bench.now());
    }

    private static String lacks(ExecutionRecord decided) {
        String inputs = decided.unplanned().stream()
                .flatMap(step -> step.lacks().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return inputs.isEmpty() ? "" : "; more could be planned with " + inputs;
    }

    private static List<PlanDecision> decisions(io.acso.core.autonomy.PlanDecision said) {
        return Stream.concat(
                        said.actions().stream()
                                .map(each -> new PlanDecision(
                                        each.planned().stepId(), each.planned().action(), each.decision())),
                        said.constraints().stream()
                                .map(each -> new PlanDecision(
                                        each.constraint().stepId(),
                                        each.constraint().widest(),
                                        each.decision())))
                .toList();
    }

    private static void record(Plan plan, List<PlanDecision> decisions, Workbench bench) {
        Map<Decision.Verdict, Long> counted = decisions.stream()
                .collect(Collectors.groupingBy(said -> said.decision().verdict(), Collectors.counting()));
        String policies = decisions.stream()
                .flatMap(said -> said.decision().policies().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        bench.ledger(
                "PlanDecided",
                plan.executionId(),
                Map.of(
                        "planHash", plan.hash().hex(),
                        "actions", Integer.toString(plan.actions().size()),
                        "verdicts", counted.toString(),
                        "policies", policies));
        bench.announce("PlanDecided", plan.executionId(), Map.of("plan", plan, "decisions", decisions));
    }

    private static String why(List<PlanDecision> decisions) {
        return decisions.stream()
                .filter(said -> said.decision().verdict() == Decision.Verdict.NEEDS_APPROVAL)
                .map(said -> said.decision().explanation())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Lets go of a response that has not begun. */
    void drop(Response response, String why, Workbench bench) {
        boolean pending =
                response.stage() == Response.Stage.PLANNING || response.stage() == Response.Stage.AWAITING_APPROVAL;
        if (!pending || response.executionId() == null) {
            return;
        }
        Casebook casebook = new Casebook(bench.records());
        casebook.execution(response.executionId())
                .ifPresent(held ->
                        bench.put(held.replacedBy(held.value().dropped(ExecutionRecord.SUPERSEDED, why, bench.now()))));
        Approving.close(response.approvalId(), Approval.Status.SUPERSEDED, why, bench);
    }
}
