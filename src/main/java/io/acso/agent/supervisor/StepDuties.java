package io.acso.agent.supervisor;

import io.acso.agent.Workbench;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.core.playbook.ExecutionState;
import io.acso.core.playbook.Fact;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** The duties that only tell an execution a fact. */
final class StepDuties {

    private record Telling(String kind, Executing executing, BiFunction<Task, Workbench, Fact> fact) implements Duty {

        @Override
        public Outcome perform(Task task, Workbench bench) {
            String execution = task.arguments().path("execution").asString();
            executing.advance(execution, fact.apply(task, bench), bench);
            return new Outcome.Completed(Json.object());
        }
    }

    private StepDuties() {}

    static List<Duty> all(Executing executing) {
        return List.of(
                new Telling(CaseTasks.PASS_DEADLINE, executing, StepDuties::deadline),
                new Telling(CaseTasks.ANSWER_STEP, executing, StepDuties::answer),
                new Telling(CaseTasks.CANCEL_EXECUTION, executing, StepDuties::cancel));
    }

    private static Fact deadline(Task task, Workbench bench) {
        JsonNode arguments = task.arguments();
        return new Fact.DeadlinePassed(
                arguments.path("step").asString(), arguments.path("attempt").asInt(), bench.now());
    }

    /** The answer is to the attempt that waits now. */
    private static Fact answer(Task task, Workbench bench) {
        JsonNode arguments = task.arguments();
        String step = arguments.path("step").asString();
        int attempt = Optional.ofNullable(new Casebook(bench.records())
                        .execution(arguments.path("execution").asString())
                        .map(held -> held.value().state())
                        .orElse(null))
                .map(json -> Json.convert(json, ExecutionState.class).steps().get(step))
                .map(run -> run.attempt())
                .orElse(0);
        return new Fact.PersonAnswered(
                step,
                attempt,
                task.requestedBy().toString(),
                arguments.path("accepted").asBoolean(false),
                arguments.path("text").asString(""),
                bench.now());
    }

    private static Fact cancel(Task task, Workbench bench) {
        return new Fact.CancelRequested(
                task.requestedBy().toString(), task.arguments().path("why").asString(""), bench.now());
    }
}
