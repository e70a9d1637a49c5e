package io.acso.agent.supervisor;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Investigation;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.Reply;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Plan;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;

/** Takes what other agents answer, and places it by the key that was given with the task. */
final class TakeOutcome implements Duty {

    private final ChooseResponse choosing;
    private final Planning planning;
    private final Steps steps;
    private final Undoing undoing;

    TakeOutcome(ChooseResponse choosing, Planning planning, Steps steps, Undoing undoing) {
        this.undoing = undoing;
        this.choosing = choosing;
        this.planning = planning;
        this.steps = steps;
    }

    @Override
    public String kind() {
        return Reply.KIND;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        Reply reply = Json.convert(task.arguments(), Reply.class);
        String[] key = reply.key().split("/", -1);
        switch (key[0]) {
            case "investigate" -> investigated(key[1], Integer.parseInt(key[2]), reply.outcome(), bench);
            case "plan" -> planned(key[1], reply.outcome(), bench);
            case "undo" -> undoing.take(key[1], key[2], key[3], reply.outcome(), bench);
            case "step" -> steps.answered(key[1], key[2], Integer.parseInt(key[3]), reply.outcome(), bench);
            case "compensate" -> steps.undone(key[1], key[2], Integer.parseInt(key[3]), reply.outcome(), bench);
            default -> throw new IllegalArgumentException("no task was given the key " + reply.key());
        }
        return new Outcome.Completed(Json.object());
    }

    private void investigated(String incidentId, int revision, Outcome outcome, Workbench bench) {
        if (outcome instanceof Outcome.Completed completed) {
            choosing.take(Json.convert(completed.result(), Investigation.class), bench);
            return;
        }
        new Casebook(bench.records())
                .response(incidentId)
                .filter(held -> held.value().revision() == revision)
                .filter(held -> held.value().stage() == Response.Stage.INVESTIGATING)
                .ifPresent(held ->
                        ResponseOverdue.giveUp(held, "it could not be investigated: " + Json.text(outcome), bench));
    }

    private void planned(String executionId, Outcome outcome, Workbench bench) {
        if (outcome instanceof Outcome.Completed completed) {
            planning.take(Json.convert(completed.result(), Plan.class), bench);
            return;
        }
        PlanOverdue.giveUp(executionId, "no plan could be made: " + Json.text(outcome), bench);
    }
}
