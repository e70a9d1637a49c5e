package io.acso.edge.api.rest;

import io.acso.agent.casebook.CaseTasks;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.EffectRecord;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.Undo;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.platform.durability.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was done to the outside world, and settling what nobody knows. */
@RestController
@RequestMapping("/api/v1/effects")
final class EffectsController {

    private final Effects effects;
    private final Commands commands;
    private final Undos undos;

    EffectsController(Effects effects, Commands commands, Undos undos) {
        this.effects = effects;
        this.commands = commands;
        this.undos = undos;
    }

    /** Those of one execution, or those that are uncertain and wait for a person. */
    @GetMapping
    @Permitted("effect.read")
    Paging.Slice<EffectBody> list(@RequestParam(required = false) @Nullable String execution, Paging paging) {
        if (execution != null) {
            List<EffectRecord> all = effects.of(execution);
            Map<String, UndoBody> undone = undos.in(execution, all);
            return new Paging.Slice<>(
                    all.stream()
                            .map(effect -> EffectBody.from(effect, undone.get(effect.key())))
                            .toList(),
                    null);
        }
        return paging.page(effects::uncertain, effect -> EffectBody.from(effect, null));
    }

    /** One effect: the real calls, what came of them, the policies that let them be, and whether it was taken back. */
    @GetMapping("/{key}")
    @Permitted("effect.read")
    EffectBody show(@PathVariable String key) {
        return body(undos.effect(key));
    }

    private EffectBody body(EffectRecord effect) {
        return EffectBody.from(effect, undos.of(effect).orElse(null));
    }

    /** A person has looked: it happened, or it did not. */
    @PostMapping("/{key}/settle")
    @Permitted("effect.settle")
    @Answers(value = EffectBody.class, status = 200)
    ResponseEntity<JsonNode> settle(
            @PathVariable String key,
            @RequestBody Settlement finding,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String idempotency,
            @AuthenticationPrincipal Principal by) {
        EffectRecord effect = undos.effect(key);
        Commands.Command command = new Commands.Command(
                by,
                idempotency,
                "settle",
                key,
                effect.request().subject(),
                Json.object().put("happened", finding.happened()).put("why", finding.text()));
        return commands.before(command).orElseGet(() -> {
            EffectRecord settled = settled(effect, finding, by);
            return commands.act(
                    command, HttpStatus.OK, null, body(settled), commit -> tellExecution(command, effect, commit));
        });
    }

    /** The execution goes by what came of the step once nothing of it is uncertain any more. */
    private Commit.Builder tellExecution(Commands.Command command, EffectRecord effect, Commit.Builder commit) {
        String step = effect.request().planned().stepId();
        if (Undo.takesBack(step)) {
            // Who asks how far the undo is, is told by the effect itself.
            return commit;
        }
        List<EffectRecord.State> states = effects.of(effect.request().executionId()).stream()
                .filter(other -> other.request().planned().stepId().equals(step))
                .map(EffectRecord::state)
                .toList();
        if (states.contains(EffectRecord.State.UNCERTAIN)) {
            return commit;
        }
        ObjectNode arguments = Json.object()
                .put("execution", effect.request().executionId())
                .put("step", step)
                .put("happened", states.stream().allMatch(EffectRecord.State.DONE::equals));
        return commands.task(command, CaseTasks.SETTLE_STEP, arguments, commit);
    }

    /** Saying the same again is no conflict: the process may have ended before the execution was told. */
    private EffectRecord settled(EffectRecord effect, Settlement finding, Principal by) {
        EffectRecord.State said = finding.happened() ? EffectRecord.State.DONE : EffectRecord.State.FAILED;
        String why = effect.check() == null ? effect.why() : effect.check().detail();
        if (effect.state() == said && why != null && why.startsWith(by + ": ")) {
            return effect;
        }
        try {
            return effects.settle(effect.request().executionId(), effect.key(), finding.happened(), by, finding.text());
        } catch (IllegalStateException notUncertain) {
            throw Problems.conflict(
                    "not-uncertain", notUncertain.getMessage() + "; GET /api/v1/effects lists what is uncertain");
        }
    }

    /** What a person found out; {@code why} says how. */
    record Settlement(boolean happened, @Nullable String why) {
        String text() {
            return why == null ? "" : why;
        }
    }

    /** @param undo how far it is to take it back; absent when nobody wanted that */
    record EffectBody(
            String id,
            String execution,
            String subject,
            String step,
            EffectRecord.State state,
            Action action,
            List<String> calls,
            @Nullable Action inverse,
            int attempt,
            Instant intended,
            @Nullable Instant finished,
            @Nullable Check check,
            @Nullable String why,
            List<String> policies,
            String policySet,
            @Nullable String approval,
            Map<String, String> details,
            @Nullable UndoBody undo) {

        static EffectBody from(EffectRecord effect, @Nullable UndoBody undo) {
            return new EffectBody(
                    effect.key(),
                    effect.request().executionId(),
                    effect.request().subject(),
                    effect.request().planned().stepId(),
                    effect.state(),
                    effect.request().planned().action(),
                    effect.request().planned().dryRun().calls(),
                    effect.request().planned().dryRun().inverse(),
                    effect.attempt(),
                    effect.intended(),
                    effect.finished(),
                    effect.check(),
                    effect.why(),
                    effect.policies(),
                    effect.content(),
                    effect.approvalId(),
                    effect.details(),
                    undo);
        }
    }
}
