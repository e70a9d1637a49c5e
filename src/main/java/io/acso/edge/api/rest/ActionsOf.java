package io.acso.edge.api.rest;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.EffectRecord;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.PlannedAction;
import io.acso.core.autonomy.Undo;
import io.acso.edge.api.rest.ActionBody.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells where every action of an execution stands. */
@Component
final class ActionsOf {

    private final Effects effects;
    private final Casebook casebook;
    private final Undos undos;

    ActionsOf(Effects effects, Casebook casebook, Undos undos) {
        this.effects = effects;
        this.casebook = casebook;
        this.undos = undos;
    }

    /** An action at its place, whichever attempt at it. */
    private record Place(String stepId, Action action) {}

    /** Each attempt, in the order they were made. */
    List<ActionBody> tried(ExecutionRecord execution) {
        List<ActionResult> results = casebook.actions(execution.id());
        if (results.isEmpty()) {
            return List.of();
        }
        List<EffectRecord> records = effects.of(execution.id());
        Map<String, EffectRecord> byKey = new HashMap<>();
        records.forEach(effect -> byKey.put(effect.key(), effect));
        Map<String, UndoBody> undone = undos.in(execution.id(), records);
        Set<Place> later = new HashSet<>();
        List<ActionBody> bodies = new ArrayList<>();
        for (ActionResult result : results.reversed()) {
            ActionBody body = ActionBody.of(result, execution.ended() != null, at(byKey, result), at(undone, result));
            bodies.add(later.add(new Place(result.stepId(), result.action())) ? body : body.repeated());
        }
        return bodies.reversed();
    }

    /** What of the plan was not tried, in its order; without what would only take the rest back. */
    List<ProposedAction> proposed(ExecutionRecord execution, List<ActionBody> tried) {
        Plan plan = execution.plan();
        if (plan == null) {
            return List.of();
        }
        Set<Place> past = new HashSet<>();
        tried.forEach(body -> past.add(new Place(body.stepId(), body.action())));
        return plan.actions().stream()
                .filter(planned -> !Undo.takesBack(planned.stepId()))
                .filter(planned -> !past.contains(new Place(planned.stepId(), planned.action())))
                .map(planned ->
                        new ProposedAction(planned, decision(execution, planned).orElse(null), state(execution)))
                .toList();
    }

    private static Optional<Decision> decision(ExecutionRecord execution, PlannedAction planned) {
        return execution.decisions().stream()
                .filter(said ->
                        said.stepId().equals(planned.stepId()) && said.action().equals(planned.action()))
                .map(ExecutionRecord.PlanDecision::decision)
                .findFirst();
    }

    private static State state(ExecutionRecord execution) {
        return switch (execution.status()) {
            case ExecutionRecord.AWAITING_APPROVAL -> State.WAITING;
            case ExecutionRecord.DRY_RUN -> State.PROPOSED;
            default -> execution.ended() == null ? State.PROPOSED : State.DROPPED;
        };
    }

    private static <T> @Nullable T at(Map<String, T> byEffect, ActionResult result) {
        return result.effect() == null ? null : byEffect.get(result.effect());
    }

    /**
     * @param decision what the gate said of it when the plan was made; absent until then
     * @param state proposed; waiting for an answer; or dropped, when its execution ended without it
     */
    record ProposedAction(PlannedAction planned, @Nullable Decision decision, State state) {}
}
