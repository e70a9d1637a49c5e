package io.acso.agent.supervisor;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.Workbench;

/** Ends a response whose execution never began; the incident waits for a person. */
final class NotBegun {

    private NotBegun() {}

    static void drop(
            Held<ExecutionRecord> execution, Held<Response> response, String how, String why, Workbench bench) {
        bench.put(execution.replacedBy(execution.value().dropped(how, bench.now())));
        bench.put(response.replacedBy(response.value().ended(response.value().covered(), bench.now())));
        new Casebook(bench.records())
                .incident(execution.value().subject())
                .filter(held -> held.value().isOpen())
                .ifPresent(held -> Case.stage(bench, held, held.value().hold(bench.now(), why)));
    }
}
