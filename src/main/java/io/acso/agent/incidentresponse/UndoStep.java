package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.EffectRecord;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.PlannedAction;
import io.acso.core.autonomy.Report;
import io.acso.core.autonomy.Undo;
import io.acso.core.autonomy.UndoRefused;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes back what one attempt of a step did, the last effect first, through the gate as any other action. */
final class UndoStep implements Duty {

    private final Effects effects;
    private final Undo undo;

    UndoStep(Effects effects, Undo undo) {
        this.effects = effects;
        this.undo = undo;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        Casebook casebook = new Casebook(bench.records());
        String id = task.arguments().path("execution").asString();
        String step = task.arguments().path("step").asString();
        int attempt = task.arguments().path("attempt").asInt();
        List<EffectRecord> done = done(id, step, attempt, casebook);
        Map<String, PlannedAction> inverses;
        try {
            inverses = inverses(done);
        } catch (UndoRefused | ActionInvalid | ActionNotConfigured e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()), false, Json.object());
        }
        Optional<ExecutionRecord> execution = casebook.execution(id).map(Held::value);
        if (execution.isEmpty() || done.isEmpty()) {
            return new Outcome.Completed(Json.object().put("undone", 0));
        }
        return carryOut(
                done, plan(execution.get(), step, attempt, inverses), approval(task, execution.get(), casebook), task);
    }

    /** The effects that took, the last first. */
    private List<EffectRecord> done(String id, String step, int attempt, Casebook casebook) {
        return casebook.actions(id).stream()
                .filter(result -> result.stepId().equals(step) && result.attempt() == attempt && result.took())
                .map(ActionResult::effect)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(key -> effects.find(id, key).stream())
                .filter(effect -> effect.state() == EffectRecord.State.DONE)
                .toList()
                .reversed();
    }

    private Map<String, PlannedAction> inverses(List<EffectRecord> done) {
        return done.stream().collect(Collectors.toMap(EffectRecord::key, undo::inverse));
    }

    /** The execution's own plan where it foresaw all of this, else one of the inverses alone. */
    private static Plan plan(ExecutionRecord execution, String step, int attempt, Map<String, PlannedAction> inverses) {
        Plan approved = execution.plan();
        boolean foreseen = approved != null
                && inverses.values().stream()
                        .allMatch(inverse -> approved.contains(inverse.stepId(), inverse.action()));
        if (foreseen) {
            return Objects.requireNonNull(approved);
        }
        String name = "undo:" + execution.playbookId() + "/" + step + "/" + attempt;
        return new Plan(execution.id(), execution.subject(), name, List.copyOf(inverses.values()));
    }

    private static Optional<Approval> approval(Task task, ExecutionRecord execution, Casebook casebook) {
        String asked = task.arguments().path("approval").asString("");
        return Optional.ofNullable(asked.isEmpty() ? execution.approvalId() : asked)
                .flatMap(casebook::approval)
                .map(Held::value);
    }

    private Outcome carryOut(List<EffectRecord> done, Plan plan, Optional<Approval> approval, Task task) {
        List<String> problems = new ArrayList<>();
        for (EffectRecord effect : done) {
            Report report = undo.perform(effect, plan, task.agent().principal(), approval);
            switch (report) {
                case Report.Carried carried -> {}
                case Report.NeedsApproval needs -> {
                    return new Outcome.NeedsApproval(
                            Json.objectOf(plan), needs.decision().explanation());
                }
                case Report.Uncertain uncertain -> {
                    return new Outcome.Uncertain(uncertain.why(), Json.object());
                }
                case Report.Forbidden forbidden ->
                    problems.add(forbidden.decision().explanation());
                case Report.NotConfigured missing -> problems.add(missing.cure());
                case Report.Failed failed -> problems.add(failed.why());
            }
        }
        return problems.isEmpty()
                ? new Outcome.Completed(Json.object().put("undone", done.size()))
                : new Outcome.Failed(String.join("; ", problems), false, Json.object());
    }
}
