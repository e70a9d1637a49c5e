package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.time.Duration;

/** A plan that nobody delivers, for whatever reason, ends its execution before it began. */
final class PlanOverdue implements Duty {

    private static final String KIND = "plan-overdue";

    static void after(Duration patience, ExecutionRecord execution, Workbench bench) {
        Task task = CaseTasks.toSupervisor(
                KIND,
                execution.id(),
                Json.object().put("execution", execution.id()),
                AgentName.SUPERVISOR.principal(),
                bench.now(),
                execution.subject());
        bench.schedule(timer(execution.id()), bench.now().plus(patience), task, execution.subject());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        giveUp(task.arguments().path("execution").asString(), "no plan came in time", bench);
        return new Outcome.Completed(Json.object());
    }

    /** Ends it if it still waits for its plan. */
    static void giveUp(String executionId, String why, Workbench bench) {
        new Casebook(bench.records())
                .execution(executionId)
                .filter(held -> held.value().status().equals(ExecutionRecord.PLANNED))
                .filter(held -> held.value().waitsToBegin())
                .ifPresent(held -> NotBegun.drop(held, ExecutionRecord.NOT_PLANNED, why, bench));
    }

    private static String timer(String execution) {
        return "plan-overdue#" + execution;
    }
}
