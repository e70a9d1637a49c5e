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

    /** A plan, and what people said to it. */
    private record Covered(Plan plan, Optional<Approval> approval) {}

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
        List<Covered> covers = covers(execution, plan, step, casebook);
        ActionCall call = Json.convert(task.arguments().path("call"), ActionCall.class);
        List<Tried> tried = new ArrayList<>();
        List<PlannedAction> unseen = new ArrayList<>();
        for (Action action : PreparePlan.actions(call)) {
            tried.add(attempt(action, covers, unseen, execution, task, bench));
        }
        List<ActionResult> results = tried.stream().map(Tried::result).toList();
        for (int i = 0; i < results.size(); i++) {
            bench.overwrite(CaseKeys.action(id, results.get(i), i));
        }
        bench.announce("ActionsEnded", id, results);
        Plan question = unseen.isEmpty()
                ? plan
                : new Plan(id, execution.subject(), execution.playbookId() + "/" + step, unseen);
        return outcome(results, outputs(tried), question, tried.stream().anyMatch(Tried::again));
    }

    /** The execution's plan and those that were asked about for this step, each with its answer. */
    private static List<Covered> covers(ExecutionRecord execution, Plan plan, String step, Casebook casebook) {
        Optional<Approval> later = Optional.ofNullable(execution.stepApprovals().get(step))
                .flatMap(casebook::approval)
                .map(Held::value);
        Optional<Approval> first = Optional.ofNullable(execution.approvalId())
                .flatMap(casebook::approval)
                .map(Held::value);
        List<Covered> covers = new ArrayList<>();
        later.ifPresent(approval -> covers.add(new Covered(approval.plan(), later)));
        covers.add(new Covered(plan, first));
        return covers;
    }

    private Tried attempt(
            Action action,
            List<Covered> covers,
            List<PlannedAction> unseen,
            ExecutionRecord execution,
            Task task,
            Workbench bench) {
        String step = task.arguments().path("step").asString();
        try {
            for (Covered covered : covers) {
                Optional<PlannedAction> planned = planned(covered.plan(), step, action);
                if (planned.isPresent()) {
                    return carryOut(planned.get(), execution, covered, task, bench);
                }
            }
            Optional<LeftOut> left = leftOut(step, action, execution, bench);
            if (left.isPresent()) {
                return notTried(step, action, left.get().came(), left.get().why(), task, bench);
            }
            unseen.add(planned(step, action));
            return notTried(step, action, Came.NEEDS_APPROVAL, "it is in no plan that was decided on", task, bench);
        } catch (ActionNotConfigured e) {
            return notTried(step, action, Came.NOT_CONFIGURED, String.valueOf(e.getMessage()), task, bench);
        } catch (ActionInvalid e) {
            return notTried(step, action, Came.FAILED, String.valueOf(e.getMessage()), task, bench);
        }
    }

    /** As it stands in the plan; or, where the plan only bounds it, as it is dry-run now. */
    private Optional<PlannedAction> planned(Plan plan, String step, Action action) {
        Optional<PlannedAction> exactly = plan.actions().stream()
                .filter(planned ->
                        planned.stepId().equals(step) && planned.action().equals(action))
                .findFirst();
        return exactly.isPresent() ? exactly : plan.constraint(step, action).map(bounds -> planned(step, action));
    }

    private PlannedAction planned(String step, Action action) {
        DryRun dryRun = actuators.dryRun(action);
        return new PlannedAction(step, dryRun, BlastRadius.of(dryRun, inventory.get()));
    }

    private Tried carryOut(
            PlannedAction planned, ExecutionRecord execution, Covered covered, Task task, Workbench bench) {
        GateRequest request = new GateRequest(
                task.agent().principal(),
                planned,
                execution.id(),
                execution.subject(),
                execution.severity(),
                execution.confidence(),
                covered.plan().hash(),
                task.arguments().path("visit").asInt(1));
        Report report = effects.perform(request, covered.approval());
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

    /** What kept an action out of the plan keeps it from being tried. */
    private static Optional<LeftOut> leftOut(String step, Action action, ExecutionRecord execution, Workbench bench) {
        return new Casebook(bench.records())
                .leftOut(execution.id()).stream()
                        .filter(left -> left.stepId().equals(step)
                                && left.kind().equals(action.kind())
                                && left.target().equals(action.target().id()))
                        .findFirst();
    }

    private static Tried notTried(String step, Action action, Came came, String why, Task task, Workbench bench) {
        ActionResult result = new ActionResult(
                step,
                task.arguments().path("attempt").asInt(),
                null,
                task.agent(),
                action,
                List.of(),
                came,
                why,
                List.of(),
                null,
                bench.now());
        return new Tried(result, Map.of(), false);
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

    private static Outcome outcome(List<ActionResult> results, ObjectNode result, Plan question, boolean again) {
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
            return new Outcome.NeedsApproval(Json.objectOf(question), why);
        }
        return new Outcome.Failed(why, again, result);
    }
}
