package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.PreparedUndo;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.EffectRecord;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.GateRequest;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.Report;
import io.acso.core.autonomy.Undo;
import io.acso.core.autonomy.UndoRefused;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.Map;
import java.util.Optional;

/** Takes effects back: looks what that would mean, and does it when it may. */
final class UndoDuties {

    private static final String NONE = "there is no such effect";

    private final Effects effects;
    private final Undo undo;

    UndoDuties(Effects effects, Undo undo) {
        this.effects = effects;
        this.undo = undo;
    }

    Map<String, Duty> all() {
        return Map.of(CaseTasks.PREPARE_UNDO, this::prepare, CaseTasks.CARRY_OUT_UNDO, this::carryOut);
    }

    private Outcome prepare(Task task, Workbench bench) {
        Optional<EffectRecord> effect = effect(task);
        if (effect.isEmpty()) {
            return failed(NONE);
        }
        GateRequest before = effect.get().request();
        try {
            Plan plan = undo.plan(effect.get());
            Principal by = Principal.parse(task.arguments().path("by").asString());
            return new Outcome.Completed(
                    Json.objectOf(new PreparedUndo(plan, by, before.severity(), before.confidence())));
        } catch (UndoRefused e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private Outcome carryOut(Task task, Workbench bench) {
        Optional<EffectRecord> effect = effect(task);
        if (effect.isEmpty()) {
            return failed(NONE);
        }
        try {
            undo.stillInPlace(effect.get());
        } catch (UndoRefused e) {
            Optional<EffectRecord> before =
                    undo.of(effect.get()).filter(known -> known.state() == EffectRecord.State.DONE);
            return before.<Outcome>map(known -> undone(effect.get(), known.key(), "taken back before"))
                    .orElseGet(() -> failed(String.valueOf(e.getMessage())));
        }
        Optional<Approval> approval = Optional.of(
                        task.arguments().path("approval").asString(""))
                .flatMap(new Casebook(bench.records())::approval)
                .map(Held::value);
        Plan plan = Json.convert(task.arguments().path("undo"), Plan.class);
        Report report = undo.perform(effect.get(), plan, task.agent().principal(), approval);
        return switch (report) {
            case Report.Carried carried ->
                undone(effect.get(), carried.effect(), carried.check().detail());
            case Report.NeedsApproval needs ->
                new Outcome.NeedsApproval(Json.object(), needs.decision().explanation());
            case Report.Forbidden forbidden -> failed(forbidden.decision().explanation());
            case Report.NotConfigured missing -> failed(missing.cure());
            case Report.Failed failed -> new Outcome.Failed(failed.why(), failed.retryable(), Json.object());
            case Report.Uncertain uncertain -> new Outcome.Uncertain(uncertain.why(), Json.object());
        };
    }

    private Optional<EffectRecord> effect(Task task) {
        return effects.find(
                task.arguments().path("execution").asString(),
                task.arguments().path("effect").asString());
    }

    private static Outcome undone(EffectRecord effect, String inverse, String seen) {
        Action was = effect.request().planned().action();
        return new Outcome.Completed(Json.object()
                .put("effect", inverse)
                .put("seen", seen)
                .put("what", was.kind() + " on " + was.target().id()));
    }

    private static Outcome failed(String why) {
        return new Outcome.Failed(why, false, Json.object());
    }
}
