package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.ActionResult.Came;
import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.LeftOut;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Actuators;
import io.acso.core.autonomy.BlastRadius;
import io.acso.core.autonomy.Constraint;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.PlannedAction;
import io.acso.core.autonomy.Target;
import io.acso.core.autonomy.Undo;
import io.acso.core.playbook.ActionCall;
import io.acso.core.playbook.PlannedStep;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Dry-runs every action ahead. What cannot even be dry-run is left out and said, so nobody approves it unseen. */
final class PreparePlan implements Duty {

    /** A plan is read by a person, and its results are one commit with what is announced of them. */
    private static final int MOST_ACTIONS = 60;

    private static final int MOST_LEFT_OUT = 200;

    private final Actuators actuators;
    private final Undo undo;
    private final Supplier<Inventory> inventory;

    PreparePlan(Actuators actuators, Undo undo, Supplier<Inventory> inventory) {
        this.actuators = actuators;
        this.undo = undo;
        this.inventory = inventory;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        String execution = task.arguments().path("execution").asString();
        String incident = task.arguments().path("incident").asString();
        String playbook = task.arguments().path("playbook").asString();
        List<PlannedAction> planned = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (JsonNode step : task.arguments().path("steps")) {
            PlannedStep ahead = Json.convert(step, PlannedStep.class);
            if (ahead.late().isEmpty()) {
                actions(ahead.call())
                        .forEach(action -> plan(ahead, action, planned).ifPresent(leftOut::add));
            } else {
                constraints.addAll(LateActions.constraints(ahead));
            }
        }
        if (!leftOut.isEmpty()) {
            List<LeftOut> said = leftOut.stream().limit(MOST_LEFT_OUT).toList();
            bench.overwrite(CaseKeys.item(CaseKeys.leftOut(execution), said));
            bench.announce("ActionsLeftOut", execution, said);
        }
        Plan plan = new Plan(execution, incident, playbook, planned, constraints);
        return new Outcome.Completed(Json.objectOf(plan));
    }

    private Optional<LeftOut> plan(PlannedStep ahead, Action action, List<PlannedAction> planned) {
        if (planned.size() == MOST_ACTIONS) {
            return leftOut(ahead, action, Came.FORBIDDEN, "a plan holds " + MOST_ACTIONS + " actions at the most");
        }
        try {
            DryRun dryRun = actuators.dryRun(action);
            PlannedAction next = new PlannedAction(ahead.stepId(), dryRun, BlastRadius.of(dryRun, inventory.get()));
            planned.add(next);
            if (ahead.compensate()) {
                undo.foresee(next).filter(back -> planned.size() < MOST_ACTIONS).ifPresent(planned::add);
            }
            return Optional.empty();
        } catch (ActionNotConfigured e) {
            return leftOut(ahead, action, Came.NOT_CONFIGURED, String.valueOf(e.getMessage()));
        } catch (ActionInvalid e) {
            return leftOut(ahead, action, Came.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<LeftOut> leftOut(PlannedStep ahead, Action action, Came came, String why) {
        return Optional.of(
                new LeftOut(ahead.stepId(), action.kind(), action.target().id(), came, why));
    }

    /** One action for each target. */
    static List<Action> actions(ActionCall call) {
        return call.targets().stream()
                .map(target ->
                        new Action(call.kind(), new Target(call.targetType(), call.scope(), target), call.arguments()))
                .toList();
    }
}
