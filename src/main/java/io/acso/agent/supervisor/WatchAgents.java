package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.runtime.AgentSettings;
import io.acso.agent.runtime.AgentState;
import io.acso.agent.runtime.Heartbeats;
import io.acso.agent.runtime.TaskMessage;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Timer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Looks again and again whether every agent shows signs of life, and says when one falls silent and when it is back.
 * What a silent agent had in hand needs no order to be delivered again: nobody extends its leases.
 */
final class WatchAgents implements Duty {

    static final String KIND = "watch-agents";
    private static final String PARTITION = "silent-agents";

    private final AgentSettings settings;

    WatchAgents(AgentSettings settings) {
        this.settings = settings;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The next look; whoever sets it, there is only one. */
    Timer next(Instant now) {
        Instant due = now.plus(settings.silence());
        Task task = CaseTasks.toSupervisor(
                KIND,
                due.toString(),
                Json.object().put("due", due.toString()),
                AgentName.SUPERVISOR.principal(),
                now,
                KIND);
        return new Timer(KIND, due, AgentName.SUPERVISOR.value(), TaskMessage.of(task, KIND, null));
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        Instant due = Instant.parse(task.arguments().path("due").asString());
        boolean late = due.plus(settings.silence()).isBefore(bench.now());
        if (!late) {
            Heartbeats.read(bench.records()).forEach(state -> look(state, bench));
        }
        bench.schedule(next(bench.now()));
        return new Outcome.Completed(Json.object().put("looked", !late));
    }

    private void look(AgentState state, Workbench bench) {
        String agent = state.agent().value();
        boolean silent = state.seen().plus(settings.silence()).isBefore(bench.now());
        Optional<Item> known = bench.records().get(new Key(PARTITION, agent));
        boolean before = known.map(item -> item.as(Boolean.class)).orElse(false);
        if (silent == before) {
            return;
        }
        bench.put(known.map(item -> item.replacedBy(silent)).orElseGet(() -> Item.of(PARTITION, agent, 1, silent)));
        String fact = silent ? "AgentSilent" : "AgentBack";
        bench.ledger(fact, agent, Map.of("lastSeen", state.seen().toString()));
        bench.announce(fact, agent, state);
    }
}
