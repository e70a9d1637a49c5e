package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.runtime.Workbench;
import io.acso.core.playbook.Command;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Turns what an execution commands into tasks for agents, questions for people, and timers. */
final class Commands {

    /** Of the hundred operations of a commit, what one more command and the end of an incident may take. */
    private static final int ROOM = 60;

    private static final Duration UNDO_PATIENCE = Duration.ofMinutes(30);

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
                arguments.put("visit", run.visit());
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
            case Command.RunPlaybook run -> child(execution, run, bench);
            case Command.CancelPlaybook cancelled -> cancel(execution, cancelled, bench);
            case Command.UndoStep undo -> undo(execution, undo.stepId(), undo.attempt(), null, bench);
            case Command.AskPerson ask ->
                bench.announce(
                        "PersonAsked",
                        execution.id(),
                        Map.of("step", ask.stepId(), "text", ask.text(), "until", ask.deadline()));
            case Command.SetDeadline deadline -> deadline(execution, deadline, bench);
            case Command.CancelDeadline cancelled -> bench.cancel(timer(execution, cancelled.stepId()));
            case Command.Finish finish -> throw new IllegalArgumentException("an end is no work: " + finish);
        }
    }

    /** Whether one more command fits into what is staged. */
    boolean fits(Workbench bench) {
        return bench.staged().size() < ROOM;
    }

    /** Has what an attempt of a step did taken back, under {@code approval} if there is one. */
    void undo(ExecutionRecord execution, String step, int attempt, @Nullable String approval, Workbench bench) {
        ObjectNode arguments = Json.object()
                .put("execution", execution.id())
                .put("incident", execution.subject())
                .put("step", step)
                .put("attempt", attempt)
                .put("approval", approval);
        String key =
                "compensate/" + execution.id() + "/" + step + "/" + attempt + (approval == null ? "" : "/" + approval);
        Task task = CaseTasks.delegate(
                AgentName.INCIDENT_RESPONSE,
                CaseTasks.UNDO_STEP,
                arguments,
                execution.subject(),
                key,
                bench.now().plus(UNDO_PATIENCE));
        bench.send(task, null);
    }

    /** The other playbook is an execution of its own: planned, decided and approved when it is reached. */
    private static void child(ExecutionRecord execution, Command.RunPlaybook run, Workbench bench) {
        ObjectNode arguments = Json.object()
                .put("execution", childId(execution, run.stepId(), run.attempt()))
                .put("parent", execution.id())
                .put("step", run.stepId())
                .put("attempt", run.attempt())
                .put("playbook", run.playbookId())
                .put("version", run.version());
        arguments.set("given", Json.MAPPER.valueToTree(run.inputs()));
        Task task = CaseTasks.toSupervisor(
                CaseTasks.RUN_PLAYBOOK,
                arguments.path("execution").asString(),
                arguments,
                AgentName.SUPERVISOR.principal(),
                bench.now(),
                execution.subject());
        if (run.notBefore() == null) {
            bench.send(task, execution.subject());
        } else {
            bench.schedule("later#" + task.id(), run.notBefore(), task, execution.subject());
        }
    }

    private static void cancel(ExecutionRecord execution, Command.CancelPlaybook cancelled, Workbench bench) {
        String child = childId(execution, cancelled.stepId(), cancelled.attempt());
        Task task = CaseTasks.toSupervisor(
                CaseTasks.CANCEL_EXECUTION,
                child,
                Json.object()
                        .put("execution", child)
                        .put("parent", execution.id())
                        .put("why", cancelled.why()),
                AgentName.SUPERVISOR.principal(),
                bench.now(),
                execution.subject());
        bench.cancel("later#" + Digest.id("tsk", CaseTasks.RUN_PLAYBOOK, child));
        bench.send(task, execution.subject());
    }

    private static String childId(ExecutionRecord execution, String step, int attempt) {
        return Digest.id("exe", execution.id(), step, Integer.toString(attempt));
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
                .put("step", step)
                .put("attempt", attempt);
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
