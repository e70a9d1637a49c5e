package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.ActionResult.Came;
import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.LeftOut;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Actuators;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.BlastRadius;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.GateRequest;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.PlannedAction;
import io.acso.core.autonomy.Report;
import io.acso.core.playbook.ActionCall;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out a step's actions, each as it stands in the plan. One that does not succeed does not keep the
 * others from being tried: the more is contained the better.
 */
final class CarryOut implements Duty {

    private final Effects effects;
    private final Actuators actuators;
    private final Supplier<Inventory> inventory;

    /** What came of an action, what the other side answered, and whether trying again may help. */
    private record Tried(ActionResult result, Map<String, String> answered, boolean again) {}

    CarryOut(Effects effects, Actuators actuators, Supplier<Inventory> inventory) {
        this.effects = effects;
        this.actuators = actuators;
        this.inventory = inventory;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        Casebook casebook = new Casebook(bench.records());
        String id = task.arguments().path("execution").asString();
        ExecutionRecord execution = casebook.execution(id).map(Held::value).orElse(null);
        Plan plan = execution == null ? null : execution.plan();
        if (execution == null || plan == null) {
            return new Outcome.Failed("execution " + id + " has no plan", false, Json.object());
        }
        if (execution.ended() != null) {
            return new Outcome.Failed("execution " + id + " ended before this could begin", false, Json.object());
        }
        String step = task.arguments().path("step").asString();
        ActionCall call = Json.convert(task.arguments().path("call"), ActionCall.class);
        Optional<Approval> approval = Optional.ofNullable(execution.approvalId())
                .flatMap(casebook::approval)
                .map(Held::value);
        List<Tried> tried = new ArrayList<>();
        Map<Action, String> why = new HashMap<>();
        for (Action action : PreparePlan.actions(call)) {
            tried.add(planned(plan, step, action, why)
                    .map(planned -> carryOut(planned, execution, plan, approval, task, bench))
                    .orElseGet(() -> new Tried(
                            unplanned(step, action, why, casebook.leftOut(id), task, bench), Map.of(), false)));
        }
        List<ActionResult> results = tried.stream().map(Tried::result).toList();
        for (int i = 0; i < results.size(); i++) {
            bench.overwrite(CaseKeys.action(id, results.get(i), i));
        }
        bench.announce("ActionsEnded", id, results);
        return outcome(results, outputs(tried), tried.stream().anyMatch(Tried::again));
    }

    /** As it stands in the plan; or, where the plan only bounds it, as it is dry-run now. */
    private Optional<PlannedAction> planned(Plan plan, String step, Action action, Map<Action, String> why) {
        Optional<PlannedAction> exactly = plan.actions().stream()
                .filter(planned ->
                        planned.stepId().equals(step) && planned.action().equals(action))
                .findFirst();
        if (exactly.isPresent() || !plan.contains(step, action)) {
            return exactly;
        }
        try {
            DryRun dryRun = actuators.dryRun(action);
            return Optional.of(new PlannedAction(step, dryRun, BlastRadius.of(dryRun, inventory.get())));
        } catch (ActionInvalid | ActionNotConfigured e) {
            why.put(action, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Tried carryOut(
            PlannedAction planned,
            ExecutionRecord execution,
            Plan plan,
            Optional<Approval> approval,
            Task task,
            Workbench bench) {
        GateRequest request = new GateRequest(
                task.agent().principal(),
                planned,
                execution.id(),
                execution.subject(),
                execution.severity(),
                execution.confidence(),
                plan.hash(),
                task.arguments().path("occurrence").asInt(1));
        Report report = effects.perform(request, approval);
        DryRun dryRun = planned.dryRun();
        List<String> policies = switch (report) {
            case Report.NeedsApproval needs -> needs.decision().policies();
            case Report.Forbidden forbidden -> forbidden.decision().policies();
            default ->
                effects.find(execution.id(), request.idempotencyKey())
                        .map(effect -> effect.policies())
                        .orElse(List.of());
        };
        ActionResult result = new ActionResult(
                planned.stepId(),
                task.arguments().path("attempt").asInt(),
                request.idempotencyKey(),
                task.agent(),
                planned.action(),
                dryRun.calls(),
                came(report),
                detail(report),
                policies,
                report instanceof Report.Carried ? dryRun.inverse() : null,
                bench.now());
        Map<String, String> answered = report instanceof Report.Carried carried ? carried.details() : Map.of();
        return new Tried(result, answered, report instanceof Report.Failed failed && failed.retryable());
    }

    /** An action that the plan does without comes to what kept it out of the plan. */
    private static ActionResult unplanned(
            String step,
            Action action,
            Map<Action, String> invalid,
            List<LeftOut> leftOut,
            Task task,
            Workbench bench) {
        Optional<LeftOut> why = leftOut.stream()
                .filter(left -> left.stepId().equals(step)
                        && left.kind().equals(action.kind())
                        && left.target().equals(action.target().id()))
                .findFirst();
        return new ActionResult(
                step,
                task.arguments().path("attempt").asInt(),
                null,
                task.agent(),
                action,
                List.of(),
                why.map(LeftOut::came).orElse(Came.FORBIDDEN),
                why.map(LeftOut::why)
                        .orElse(invalid.getOrDefault(action, "it is not in the plan, so nobody has decided on it")),
                List.of(),
                null,
                bench.now());
    }

    private static Came came(Report report) {
        return switch (report) {
            case Report.Carried carried -> carried.repeated() ? Came.ALREADY_DONE : Came.CARRIED_OUT;
            case Report.NeedsApproval needs -> Came.NEEDS_APPROVAL;
            case Report.Forbidden forbidden -> Came.FORBIDDEN;
            case Report.NotConfigured missing -> Came.NOT_CONFIGURED;
            case Report.Failed failed -> Came.FAILED;
            case Report.Uncertain uncertain -> Came.UNCERTAIN;
        };
    }

    private static String detail(Report report) {
        return switch (report) {
            case Report.Carried carried -> "checked: " + carried.check().detail();
            case Report.NeedsApproval needs -> needs.decision().explanation();
            case Report.Forbidden forbidden -> forbidden.decision().explanation();
            case Report.NotConfigured missing -> "not configured: " + missing.cure();
            case Report.Failed failed -> failed.why();
            case Report.Uncertain uncertain -> uncertain.why();
        };
    }

    /** What the other sides answered, by name, for the step's variables; a list where several did. */
    private static ObjectNode outputs(List<Tried> tried) {
        Map<String, List<String>> answers = new TreeMap<>();
        tried.forEach(one -> one.answered()
                .forEach((name, value) -> answers.computeIfAbsent(name, first -> new ArrayList<>())
                        .add(value)));
        ObjectNode outputs = Json.object();
        answers.forEach((name, values) ->
                outputs.set(name, Json.MAPPER.valueToTree(values.size() == 1 ? values.getFirst() : values)));
        return outputs.put("actions", tried.size());
    }

    private static Outcome outcome(List<ActionResult> results, ObjectNode result, boolean again) {
        List<ActionResult> open = results.stream().filter(one -> !one.took()).toList();
        if (open.isEmpty()) {
            return new Outcome.Completed(result);
        }
        String why = open.stream()
                .map(one -> one.action().kind() + " on " + one.action().target().id() + ": " + one.detail())
                .collect(Collectors.joining("; "));
        if (open.stream().anyMatch(one -> one.outcome() == Came.UNCERTAIN)) {
            return new Outcome.Uncertain(why, result);
        }
        if (open.stream().anyMatch(one -> one.outcome() == Came.NEEDS_APPROVAL)) {
            return new Outcome.NeedsApproval(result, why);
        }
        return new Outcome.Failed(why, again, result);
    }
}
