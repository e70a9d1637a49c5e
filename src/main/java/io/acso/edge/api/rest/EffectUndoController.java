package io.acso.edge.api.rest;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.TakingBack;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.EffectRecord;
import io.acso.core.autonomy.Gate;
import io.acso.core.autonomy.GateRequest;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.PlanDecision;
import io.acso.core.autonomy.PlannedAction;
import io.acso.core.autonomy.Undo;
import io.acso.core.autonomy.UndoRefused;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Item;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Taking effects back. */
@RestController
@RequestMapping("/api/v1/effects/{key}/undo")
final class EffectUndoController {

    private final Undos undos;
    private final Undo undo;
    private final Gate gate;
    private final Commands commands;
    private final InstantSource clock;

    EffectUndoController(Undos undos, Undo undo, Gate gate, Commands commands, InstantSource clock) {
        this.undos = undos;
        this.undo = undo;
        this.gate = gate;
        this.commands = commands;
        this.clock = clock;
    }

    /** What taking it back would be, looked at now and changing nothing; refused as taking it back would be. */
    @GetMapping
    @Permitted("effect.undo")
    UndoPlanBody dryRun(@PathVariable String key) {
        EffectRecord effect = undos.effect(key);
        undos.of(effect).ifPresent(EffectUndoController::requireNone);
        Plan plan = plan(effect);
        GateRequest before = effect.request();
        PlanDecision said =
                gate.plan(plan, AgentName.INCIDENT_RESPONSE.principal(), before.severity(), before.confidence());
        PlanDecision.Decided decided = said.actions().getFirst();
        return new UndoPlanBody(decided.planned(), decided.decision());
    }

    /**
     * Looks whether it can be taken back and whether what it did is still in place; then the supervisor has the inverse
     * decided and, where that is needed, approved by somebody else. Of several who want it at the same moment one is
     * taken, and the others are told who.
     */
    @PostMapping
    @Permitted("effect.undo")
    @Answers(Commands.Accepted.class)
    ResponseEntity<JsonNode> undo(
            @PathVariable String key,
            @RequestBody(required = false) @Nullable Reason reason,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String idempotency,
            @AuthenticationPrincipal Principal by) {
        EffectRecord effect = undos.effect(key);
        Commands.Command command = new Commands.Command(
                by,
                idempotency,
                CaseTasks.UNDO_EFFECT,
                key,
                effect.request().subject(),
                Json.object()
                        .put("execution", effect.request().executionId())
                        .put("effect", key)
                        .put("why", Reason.text(reason)));
        return commands.before(command).orElseGet(() -> begin(command, effect));
    }

    private ResponseEntity<JsonNode> begin(Commands.Command command, EffectRecord effect) {
        if (command.by().kind() != Principal.Kind.PERSON) {
            throw Problems.of(
                    HttpStatus.FORBIDDEN, "person-needed", "a person has an effect taken back, not " + command.by());
        }
        Optional<Held<TakingBack>> before = undos.wish(effect);
        undos.of(effect).ifPresent(EffectUndoController::requireNone);
        plan(effect);
        String request = Digest.id("req", effect.key(), UUID.randomUUID().toString());
        Item wish = written(before, wish(command, effect, request));
        try {
            return commands.send(
                    command,
                    command.arguments().deepCopy().put("request", request),
                    "/api/v1/effects/" + effect.key(),
                    commit -> commit.put(wish));
        } catch (CommitConflict faster) {
            undos.of(effect).ifPresent(EffectUndoController::requireNone);
            throw faster;
        }
    }

    private TakingBack wish(Commands.Command command, EffectRecord effect, String request) {
        return TakingBack.wished(
                effect.key(),
                effect.request().executionId(),
                effect.request().subject(),
                request,
                command.by(),
                command.arguments().path("why").asString(""),
                clock.instant());
    }

    private static Item written(Optional<Held<TakingBack>> before, TakingBack wish) {
        return before.map(held -> held.replacedBy(wish))
                .orElseGet(() -> CaseKeys.item(CaseKeys.takingBack(wish.executionId(), wish.effect()), wish));
    }

    private static void requireNone(UndoBody undo) {
        if (!undo.stands()) {
            return;
        }
        throw switch (undo.stage()) {
            case UNDONE ->
                Problems.conflict(
                        "undone-already",
                        undo.by() + " had it taken back at " + undo.ended() + ", by effect " + undo.effect());
            case UNCERTAIN ->
                Problems.conflict(
                        "undo-uncertain",
                        "nobody knows whether it was taken back: look, and settle effect " + undo.effect());
            default ->
                Problems.conflict(
                        "undo-under-way",
                        undo.by() + " wanted it taken back at " + undo.asked()
                                + (undo.approval() == null ? "" : ", and approval " + undo.approval() + " waits")
                                + ": GET /api/v1/effects/{key} says how far it is");
        };
    }

    private Plan plan(EffectRecord effect) {
        try {
            return undo.plan(effect);
        } catch (UndoRefused refused) {
            throw refusal(refused);
        }
    }

    private static ErrorResponseException refusal(UndoRefused refused) {
        String why = String.valueOf(refused.getMessage());
        return switch (refused.reason()) {
            case NOT_DONE -> Problems.conflict("nothing-to-undo", why);
            case NO_INVERSE, IS_UNDO -> Problems.conflict("no-inverse", why);
            case UNDONE -> Problems.conflict("undone-already", why);
            case CHANGED -> Problems.conflict("world-changed", why);
            case NOT_CONFIGURED -> Problems.conflict("not-configured", why);
        };
    }

    /**
     * @param planned the inverse: its exact calls, how far it reaches, and what would take it back in turn
     * @param decision of the gate, as it would decide now
     */
    record UndoPlanBody(PlannedAction planned, Decision decision) {}
}
