package io.acso.edge.api.graphql;

import io.acso.core.autonomy.KillSwitch;
import io.acso.edge.operations.Vigil;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The agents and what waits for them. */
@Controller
final class AgentQueries {

    private final Vigil vigil;
    private final KillSwitch killSwitch;
    private final Durability durability;

    AgentQueries(Vigil vigil, KillSwitch killSwitch, Durability durability) {
        this.vigil = vigil;
        this.killSwitch = killSwitch;
        this.durability = durability;
    }

    record Agent(String name, Instant seen, boolean silent, boolean killed, int inHand) {}

    record Queue(String name, long ready, long waiting, long lent, long dead, Duration oldest) {
        static Queue from(TaskQueue queue) {
            TaskQueue.Depth depth = queue.depth();
            return new Queue(queue.name(), depth.ready(), depth.waiting(), depth.lent(), depth.dead(), depth.oldest());
        }
    }

    @QueryMapping
    List<Agent> agents() {
        return vigil.agents().stream().map(this::agent).toList();
    }

    private Agent agent(Vigil.Watched watched) {
        return new Agent(
                watched.state().agent().value(),
                watched.state().seen(),
                watched.silent(),
                killSwitch.engaged(watched.state().agent().principal()),
                watched.state().inHand());
    }

    /** An agent's queue has its name. */
    @SchemaMapping
    Queue queue(Agent agent) {
        return Queue.from(durability.queue(agent.name()));
    }

    @QueryMapping
    List<Queue> queues() {
        return durability.queues().stream()
                .sorted()
                .map(name -> Queue.from(durability.queue(name)))
                .toList();
    }
}
