package io.acso.edge.api.rest;

import io.acso.agent.casebook.TakingBack;
import io.acso.agent.casebook.TakingBack.Stage;
import io.acso.core.autonomy.EffectRecord;
import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the taking back of an effect is.
 *
 * @param by who wants it, or the agent that took it back because its execution failed
 * @param approval the question that is asked about it; absent when nobody needs to answer
 * @param effect the effect that took it back, or tried to
 * @param detail what came of it, in words; absent while it is under way
 * @param ended when nothing more came of it
 */
record UndoBody(
        Stage stage,
        Principal by,
        @Nullable Instant asked,
        String why,
        @Nullable String approval,
        @Nullable String effect,
        @Nullable String detail,
        List<String> policies,
        @Nullable Instant ended) {

    /** As the wish says, unless the effect itself says more. @param done what took it back, or tried to */
    static UndoBody of(TakingBack wish, @Nullable EffectRecord done) {
        if (done != null && done.state() == EffectRecord.State.DONE) {
            String seen = done.check() == null ? "" : done.check().detail();
            return body(wish, Stage.UNDONE, done, seen, done.finished());
        }
        if (done != null && done.state() == EffectRecord.State.FAILED && wish.stage() == Stage.UNCERTAIN) {
            return body(wish, Stage.FAILED, done, done.why(), done.finished());
        }
        return body(wish, wish.stage(), done, wish.detail(), wish.ended());
    }

    /** Where nobody wished it: the execution that failed took it back. */
    static UndoBody of(EffectRecord done) {
        Stage stage = switch (done.state()) {
            case INTENDED -> Stage.CARRYING_OUT;
            case DONE -> Stage.UNDONE;
            case FAILED -> Stage.FAILED;
            case UNCERTAIN -> Stage.UNCERTAIN;
        };
        return new UndoBody(
                stage,
                done.request().principal(),
                done.intended(),
                "",
                done.approvalId(),
                done.key(),
                done.check() == null ? done.why() : done.check().detail(),
                done.policies(),
                done.finished());
    }

    private static UndoBody body(
            TakingBack wish,
            Stage stage,
            @Nullable EffectRecord done,
            @Nullable String detail,
            @Nullable Instant ended) {
        return new UndoBody(
                stage,
                wish.by(),
                wish.asked(),
                wish.why(),
                wish.approvalId(),
                done == null ? wish.undoneBy() : done.key(),
                detail,
                wish.policies(),
                ended);
    }

    /** Whether it is on its way or done, so that nobody needs to want it again. */
    boolean stands() {
        return stage != Stage.REFUSED && stage != Stage.FAILED;
    }
}
