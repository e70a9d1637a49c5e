package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.TakingBack;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.time.Duration;

/** Lets go of a wish to take an effect back when no agent answers, so that it can be wanted again. */
final class UndoOverdue implements Duty {

    private static final String KIND = "undo-overdue";

    private final Undoing undoing;

    UndoOverdue(Undoing undoing) {
        this.undoing = undoing;
    }

    /** Agents are asked for this stage of it now. */
    static void after(Duration patience, TakingBack wish, Workbench bench) {
        Task task = CaseTasks.toSupervisor(
                KIND,
                wish.request() + "/" + wish.stage(),
                Json.object()
                        .put("execution", wish.executionId())
                        .put("effect", wish.effect())
                        .put("request", wish.request())
                        .put("stage", wish.stage().name()),
                AgentName.SUPERVISOR.principal(),
                bench.now(),
                wish.subject());
        bench.schedule(timer(wish), bench.now().plus(patience), task, wish.subject());
    }

    /** No agent is asked any more. */
    static void rest(TakingBack wish, Workbench bench) {
        bench.cancel(timer(wish));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        undoing.overdue(
                task.arguments().path("execution").asString(),
                task.arguments().path("effect").asString(),
                task.arguments().path("request").asString(),
                TakingBack.Stage.valueOf(task.arguments().path("stage").asString()),
                bench);
        return new Outcome.Completed(Json.object());
    }

    private static String timer(TakingBack wish) {
        return "undo-overdue#" + wish.request();
    }
}
