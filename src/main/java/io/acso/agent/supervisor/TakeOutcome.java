package io.acso.agent.supervisor;

import io.acso.agent.Reply;
import io.acso.agent.Workbench;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Investigation;
import io.acso.core.autonomy.Plan;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;

/** Takes what other agents answer, and places it by the key that was given with the task. */
final class TakeOutcome implements Duty {

    private final ChooseResponse choosing;
    private final Planning planning;
    private final Steps steps;

    TakeOutcome(ChooseResponse choosing, Planning planning, Steps steps) {
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
            case "investigate" -> investigated(key[1], reply.outcome(), bench);
            case "plan" -> planned(key[1], reply.outcome(), bench);
            case "step" -> steps.answered(key[1], key[2], Integer.parseInt(key[3]), reply.outcome(), bench);
            default -> throw new IllegalArgumentException("no task was given the key " + reply.key());
        }
        return new Outcome.Completed(Json.object());
    }

    private void investigated(String incidentId, Outcome outcome, Workbench bench) {
        if (outcome instanceof Outcome.Completed completed) {
            choosing.take(Json.convert(completed.result(), Investigation.class), bench);
        } else {
            hold(incidentId, "it could not be investigated: " + Json.text(outcome), bench);
        }
    }

    private void planned(String executionId, Outcome outcome, Workbench bench) {
        if (outcome instanceof Outcome.Completed completed) {
            planning.take(Json.convert(completed.result(), Plan.class), bench);
        } else {
            new Casebook(bench.records())
                    .execution(executionId)
                    .ifPresent(held ->
                            hold(held.value().subject(), "no plan could be made: " + Json.text(outcome), bench));
        }
    }

    private static void hold(String incidentId, String why, Workbench bench) {
        new Casebook(bench.records())
                .incident(incidentId)
                .filter(held -> held.value().isOpen())
                .ifPresent(held -> Case.stage(bench, held, held.value().hold(bench.now(), why)));
    }
}
