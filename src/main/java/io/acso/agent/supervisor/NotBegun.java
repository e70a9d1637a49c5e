package io.acso.agent.supervisor;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.Workbench;
import java.util.Map;
import java.util.Optional;

/** Ends an execution that never began: its incident waits for a person, and who waits for its end is told. */
final class NotBegun {

    private NotBegun() {}

    static void drop(Held<ExecutionRecord> execution, String how, String why, Workbench bench) {
        ExecutionRecord dropped = execution.value().dropped(how, why, bench.now());
        bench.put(execution.replacedBy(dropped));
        bench.announce("ExecutionDropped", dropped.id(), Map.of("status", how, "why", why));
        SupervisorTasks.tellParent(dropped, bench);
        responding(dropped, bench).ifPresent(response -> {
            bench.put(
                    response.replacedBy(response.value().ended(response.value().covered(), bench.now())));
            new Casebook(bench.records())
                    .incident(dropped.subject())
                    .filter(held -> held.value().isOpen())
                    .ifPresent(held -> Case.stage(bench, held, held.value().hold(bench.now(), why)));
        });
    }

    /** The response that the execution is part of, if it is part of one. */
    static Optional<Held<Response>> responding(ExecutionRecord execution, Workbench bench) {
        return new Casebook(bench.records())
                .response(execution.subject())
                .filter(held -> execution.id().equals(held.value().executionId()));
    }
}
