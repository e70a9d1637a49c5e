package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Approval;
import io.acso.core.playbook.ExecutionStatus;
import io.acso.core.playbook.Fact;
import io.acso.core.playbook.StepRun;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** The duties that only tell an execution a fact. */
final class StepDuties {

    private record Telling(String kind, Executing executing, BiFunction<Task, Workbench, Fact> fact) implements Duty {

        @Override
        public Outcome perform(Task task, Workbench bench) {
            boolean own = task.requestedBy().equals(AgentName.SUPERVISOR.principal());
            if (!own && task.requestedBy().kind() == Principal.Kind.AGENT) {
                return new Outcome.Failed("a person decides this, not " + task.requestedBy(), false, Json.object());
            }
            String execution = task.arguments().path("execution").asString();
            if (kind.equals(CaseTasks.CANCEL_EXECUTION)) {
                beforeItBegins(execution, task, bench);
            }
            executing.advance(execution, fact.apply(task, bench), bench);
            return new Outcome.Completed(Json.object());
        }
    }

    private record GoOn(Executing executing) implements Duty {

        @Override
        public String kind() {
            return CaseTasks.CONTINUE_EXECUTION;
        }

        @Override
        public Outcome perform(Task task, Workbench bench) {
            executing.goOn(task.arguments().path("execution").asString(), bench);
            return new Outcome.Completed(Json.object());
        }
    }

    private StepDuties() {}

    static List<Duty> all(Executing executing) {
        return List.of(
                new Telling(CaseTasks.PASS_DEADLINE, executing, StepDuties::deadline),
                new Telling(CaseTasks.ANSWER_STEP, executing, StepDuties::answer),
                new Telling(CaseTasks.CANCEL_EXECUTION, executing, StepDuties::cancel),
                new Telling(CaseTasks.PAUSE_EXECUTION, executing, StepDuties::pause),
                new Telling(CaseTasks.RESUME_EXECUTION, executing, StepDuties::resume),
                new Telling(CaseTasks.RETRY_EXECUTION, executing, StepDuties::retry),
                new Telling(CaseTasks.SETTLE_STEP, executing, StepDuties::settle),
                new GoOn(executing));
    }

    private static Fact deadline(Task task, Workbench bench) {
        JsonNode arguments = task.arguments();
        return new Fact.DeadlinePassed(
                arguments.path("step").asString(), arguments.path("attempt").asInt(), bench.now());
    }

    private static Fact answer(Task task, Workbench bench) {
        JsonNode arguments = task.arguments();
        return new Fact.PersonAnswered(
                arguments.path("step").asString(),
                attempt(task, bench),
                task.requestedBy().toString(),
                arguments.path("accepted").asBoolean(false),
                arguments.path("text").asString(""),
                bench.now());
    }

    /** A person speaks of the attempt that the step has come to. */
    private static int attempt(Task task, Workbench bench) {
        return new Casebook(bench.records())
                .execution(task.arguments().path("execution").asString())
                .flatMap(held -> Executing.state(held.value()))
                .map(state -> state.steps().get(task.arguments().path("step").asString()))
                .map(StepRun::attempt)
                .orElse(0);
    }

    /** What has not begun is dropped, and nobody is asked about it any more. */
    private static void beforeItBegins(String id, Task task, Workbench bench) {
        new Casebook(bench.records())
                .execution(id)
                .filter(held -> held.value().waitsToBegin())
                .ifPresent(held -> {
                    String why = task.requestedBy() + " cancelled it: "
                            + task.arguments().path("why").asString("");
                    NotBegun.drop(held, ExecutionStatus.CANCELLED.name(), why, bench);
                    Approving.close(held.value().approvalId(), Approval.Status.SUPERSEDED, why, bench);
                });
    }

    private static Fact cancel(Task task, Workbench bench) {
        return new Fact.CancelRequested(
                task.requestedBy().toString(), task.arguments().path("why").asString(""), bench.now());
    }

    private static Fact settle(Task task, Workbench bench) {
        return new Fact.StepSettled(
                task.arguments().path("step").asString(),
                attempt(task, bench),
                task.arguments().path("happened").asBoolean(false),
                task.requestedBy().toString(),
                bench.now());
    }

    private static Fact pause(Task task, Workbench bench) {
        return new Fact.PauseRequested(
                task.requestedBy().toString(), task.arguments().path("why").asString(""), bench.now());
    }

    private static Fact resume(Task task, Workbench bench) {
        return new Fact.ResumeRequested(task.requestedBy().toString(), bench.now());
    }

    private static Fact retry(Task task, Workbench bench) {
        return new Fact.RetryRequested(task.requestedBy().toString(), bench.now());
    }
}
