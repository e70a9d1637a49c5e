package io.acso.edge.api.rest;

import io.acso.agent.runtime.AgentState;
import io.acso.edge.api.document.Answers;
import io.acso.core.autonomy.AutonomyLevel;
import io.acso.core.autonomy.AutonomyLevels;
import io.acso.core.autonomy.KillSwitch;
import io.acso.core.autonomy.PoliciesInForce;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.edge.operations.Vigil;
import io.acso.platform.durability.Durability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The agents, and the switch that stops them. */
@RestController
@RequestMapping("/api/v1/agents")
final class AgentsController {

    private static final String ALL = "all";

    private final Vigil vigil;
    private final KillSwitch killSwitch;
    private final AutonomyLevels levels;
    private final PoliciesInForce policies;
    private final Durability durability;
    private final Commands commands;

    AgentsController(
            Vigil vigil,
            KillSwitch killSwitch,
            AutonomyLevels levels,
            PoliciesInForce policies,
            Durability durability,
            Commands commands) {
        this.levels = levels;
        this.policies = policies;
        this.vigil = vigil;
        this.killSwitch = killSwitch;
        this.durability = durability;
        this.commands = commands;
    }

    /** The agents: when they were heard of, what they have in hand, whether they are stopped. */
    @GetMapping
    @Permitted("agent.read")
    List<AgentBody> list() {
        return vigil.agents().stream().map(this::body).toList();
    }

    /** From when this answers, the agent starts nothing more. */
    @PostMapping("/{name}/kill")
    @Permitted("agent.kill")
    @Answers(value = SwitchBody.class, status = 200)
    ResponseEntity<JsonNode> kill(
            @PathVariable String name,
            @RequestBody(required = false) @Nullable Reason reason,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return set(name, "kill", key, by, agent -> killSwitch.engage(agent, by, Reason.text(reason)));
    }

    /** The agent takes up work again. */
    @PostMapping("/{name}/release")
    @Permitted("agent.release")
    @Answers(value = SwitchBody.class, status = 200)
    ResponseEntity<JsonNode> release(
            @PathVariable String name,
            @RequestBody(required = false) @Nullable Reason reason,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return set(name, "release", key, by, agent -> killSwitch.release(agent, by, Reason.text(reason)));
    }

    /** Where the switches stand that stop agents, with who set them last, why and since when; unused ones are absent. */
    @GetMapping("/switches")
    @Permitted("agent.read")
    List<KillSwitch.Position> switches() {
        return killSwitch.positions();
    }

    /** How far agents may go: what people set, and what holds where nobody has. */
    @GetMapping("/levels")
    @Permitted("agent.read")
    LevelsBody levels() {
        return new LevelsBody(
                levels.defaults().otherwise(), new TreeMap<>(levels.defaults().kinds()), levels.settings());
    }

    /** Holds from when this answers, for plans that were approved before too. */
    @PostMapping("/{name}/levels")
    @Permitted("agent.level")
    @Answers(value = LevelWish.class, status = 200)
    ResponseEntity<JsonNode> level(
            @PathVariable String name,
            @RequestBody LevelWish wish,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        Principal agent = agent(name);
        if (agent.equals(KillSwitch.EVERY_AGENT)) {
            throw Problems.badRequest("bad-agent", "a level is set for one agent; GET /api/v1/agents lists them");
        }
        if (!policies.get().kinds().contains(wish.kind())) {
            throw Problems.badRequest(
                    "bad-kind",
                    "there is no action kind '" + wish.kind() + "'; there are "
                            + policies.get().kinds());
        }
        if (by.kind() != Principal.Kind.PERSON) {
            throw Problems.of(
                    HttpStatus.FORBIDDEN, "person-needed", "a person sets how far an agent may go, not " + by);
        }
        Commands.Command command =
                new Commands.Command(by, key, "set-level", name, agent.toString(), Json.objectOf(wish));
        return commands.before(command).orElseGet(() -> {
            levels.set(agent, wish.kind(), wish.level(), by, wish.why() == null ? "" : wish.why());
            return commands.act(command, HttpStatus.OK, null, wish, commit -> commit);
        });
    }

    private ResponseEntity<JsonNode> set(
            String name, String kind, @Nullable String key, Principal by, Consumer<Principal> switching) {
        Principal agent = agent(name);
        Commands.Command command = new Commands.Command(by, key, kind, name, agent.toString(), Json.object());
        return commands.before(command).orElseGet(() -> {
            switching.accept(agent);
            SwitchBody body = new SwitchBody(name, killSwitch.engaged(agent));
            return commands.act(command, HttpStatus.OK, null, body, commit -> commit);
        });
    }

    private static Principal agent(String name) {
        try {
            return name.equals(ALL) ? KillSwitch.EVERY_AGENT : new AgentName(name).principal();
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("bad-agent", e.getMessage() + "; 'all' means every agent");
        }
    }

    private AgentBody body(Vigil.Watched watched) {
        AgentName name = watched.state().agent();
        return AgentBody.from(
                watched,
                killSwitch.engaged(name.principal()),
                durability.queue(name.value()).depth().ready());
    }

    /** The level of one kind of action from now on. */
    record LevelWish(
            String kind, AutonomyLevel level, @Nullable String why) {}

    record LevelsBody(
            AutonomyLevel otherwise, Map<String, AutonomyLevel> kinds, List<AutonomyLevels.Setting> settings) {}

    record SwitchBody(String agent, boolean killed) {}

    record AgentBody(
            String name,
            Instant seen,
            boolean silent,
            boolean killed,
            int inHand,
            long performed,
            long failed,
            long waiting,
            List<AgentState.Work> work) {

        static AgentBody from(Vigil.Watched watched, boolean killed, long waiting) {
            return new AgentBody(
                    watched.state().agent().value(),
                    watched.state().seen(),
                    watched.silent(),
                    killed,
                    watched.state().inHand(),
                    watched.state().performed(),
                    watched.state().failed(),
                    waiting,
                    watched.state().work());
        }
    }
}
