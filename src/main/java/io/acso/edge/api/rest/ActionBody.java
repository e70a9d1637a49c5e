package io.acso.edge.api.rest;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.ActionResult.Came;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.EffectRecord;
import io.acso.domain.task.AgentName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt at an action came to, and where it stands now.
 *
 * @param effect key of its record; absent when nothing was tried
 * @param outcome what the attempt came to when it ended
 * @param state where it stands now: settled, taken back, or tried again since
 * @param undo how far it is to take it back; absent when nobody wanted that
 */
record ActionBody(
        String stepId,
        int attempt,
        @Nullable String effect,
        AgentName agent,
        Action action,
        List<String> calls,
        Came outcome,
        String detail,
        List<String> policies,
        @Nullable Action inverse,
        Instant at,
        State state,
        @Nullable UndoBody undo) {

    /** Where an action stands. */
    enum State {
        /** In the plan, and not tried yet. */
        PROPOSED,
        /** Somebody is asked whether it may be. */
        WAITING,
        DONE,
        /** Nothing of it is in place. */
        FAILED,
        /** Nobody knows whether it happened. */
        UNCERTAIN,
        /** It is being taken back, or somebody is asked whether it may be. */
        UNDOING,
        UNDONE,
        /** A later attempt at the same action tells. */
        REPEATED,
        /** Its execution ended without it. */
        DROPPED
    }

    /** @param over whether its execution has ended */
    static ActionBody of(ActionResult result, boolean over, @Nullable EffectRecord effect, @Nullable UndoBody undo) {
        return new ActionBody(
                result.stepId(),
                result.attempt(),
                result.effect(),
                result.agent(),
                result.action(),
                result.calls(),
                result.outcome(),
                result.detail(),
                result.policies(),
                result.inverse(),
                result.at(),
                state(result, over, effect, undo),
                undo);
    }

    ActionBody repeated() {
        return new ActionBody(
                stepId,
                attempt,
                effect,
                agent,
                action,
                calls,
                outcome,
                detail,
                policies,
                inverse,
                at,
                State.REPEATED,
                undo);
    }

    private static State state(
            ActionResult result, boolean over, @Nullable EffectRecord effect, @Nullable UndoBody undo) {
        if (undo != null && undo.stands()) {
            return undo.ended() == null ? State.UNDOING : undone(undo);
        }
        return switch (result.outcome()) {
            case CARRIED_OUT, ALREADY_DONE -> State.DONE;
            case NEEDS_APPROVAL -> over ? State.DROPPED : State.WAITING;
            case UNCERTAIN -> settled(effect);
            case FORBIDDEN, NOT_CONFIGURED, FAILED -> State.FAILED;
        };
    }

    private static State undone(UndoBody undo) {
        return switch (undo.stage()) {
            case UNDONE -> State.UNDONE;
            case UNCERTAIN -> State.UNCERTAIN;
            default -> State.UNDOING;
        };
    }

    /** A person may have found out since. */
    private static State settled(@Nullable EffectRecord effect) {
        return switch (effect == null ? EffectRecord.State.UNCERTAIN : effect.state()) {
            case DONE -> State.DONE;
            case FAILED -> State.FAILED;
            case INTENDED, UNCERTAIN -> State.UNCERTAIN;
        };
    }
}
