package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.runtime.Workbench;
import io.acso.core.playbook.Command;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Turns what an execution commands into tasks for agents, questions for people, and timers. */
final class Commands {

    void give(ExecutionRecord execution, Command command, Workbench bench) {
        switch (command) {
            case Command.RunTask run -> {
                ObjectNode arguments = run.arguments().deepCopy();
                delegate(
                        execution,
                        run.stepId(),
                        run.attempt(),
                        run.agent(),
                        run.kind(),
                        arguments,
                        run.deadline(),
                        run.notBefore(),
                        bench);
            }
            case Command.RunAction run -> {
                ObjectNode arguments = Json.object();
                arguments.set("call", Json.objectOf(run.call()));
                delegate(
                        execution,
                        run.stepId(),
                        run.attempt(),
                        run.agent(),
                        CaseTasks.CARRY_OUT,
                        arguments,
                        run.deadline(),
                        run.notBefore(),
                        bench);
            }
            case Command.AskPerson ask ->
                bench.announce(
                        "PersonAsked",
                        execution.id(),
                        Map.of("step", ask.stepId(), "text", ask.text(), "until", ask.deadline()));
            case Command.SetDeadline deadline -> deadline(execution, deadline, bench);
            case Command.CancelDeadline cancelled -> bench.cancel(timer(execution, cancelled.stepId()));
            case Command.RunPlaybook run ->
                throw new IllegalStateException("no execution can begin " + run.playbookId() + " within another yet");
            case Command.CancelPlaybook cancelled -> {}
            case Command.UndoStep undo ->
                throw new IllegalStateException("step " + undo.stepId() + " cannot be undone from an execution yet");
            case Command.Finish finish -> throw new IllegalArgumentException("an end is no work: " + finish);
        }
    }

    private static void delegate(
            ExecutionRecord execution,
            String step,
            int attempt,
            String agent,
            String kind,
            ObjectNode arguments,
            Instant deadline,
            @Nullable Instant notBefore,
            Workbench bench) {
        arguments
                .put("execution", execution.id())
                .put("incident", execution.subject())
                .put("step", step);
        String key = "step/" + execution.id() + "/" + step + "/" + attempt;
        Task task = CaseTasks.delegate(new AgentName(agent), kind, arguments, execution.subject(), key, deadline);
        if (notBefore == null) {
            bench.send(task, null);
        } else {
            bench.schedule("later#" + task.id(), notBefore, task, null);
        }
        bench.announce(
                "TaskDelegated", execution.id(), Map.of("step", step, "agent", agent, "kind", kind, "task", task.id()));
    }

    private static void deadline(ExecutionRecord execution, Command.SetDeadline deadline, Workbench bench) {
        ObjectNode arguments = Json.object()
                .put("execution", execution.id())
                .put("step", deadline.stepId())
                .put("attempt", deadline.attempt());
        Task task = CaseTasks.toSupervisor(
                CaseTasks.PASS_DEADLINE,
                execution.id() + "/" + deadline.stepId() + "/" + deadline.attempt() + "/" + deadline.at(),
                arguments,
                AgentName.SUPERVISOR.principal(),
                bench.now(),
                execution.subject());
        bench.schedule(timer(execution, deadline.stepId()), deadline.at(), task, execution.subject());
    }

    private static String timer(ExecutionRecord execution, String step) {
        return "deadline#" + execution.id() + "/" + step;
    }
}
