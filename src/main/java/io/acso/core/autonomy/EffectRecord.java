package io.acso.core.autonomy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is durably known of one effect. Written before anything happens, with the dry run and its inverse.
 *
 * @param key the same for every attempt: the request's idempotency key
 * @param attempt counting from 1
 * @param counted when the caps counted it
 * @param intended when this attempt was committed
 * @param finished when its end was committed; null while it is under way or its process has died
 * @param why for people, when it is not done
 * @param policies that let it through
 * @param content hash of the content snapshot they came with
 * @param approvalId the approval that counted for it; null when it needed none
 */
public record EffectRecord(
        String key,
        GateRequest request,
        State state,
        int attempt,
        Instant counted,
        Instant intended,
        @Nullable Instant finished,
        Map<String, String> details,
        @Nullable Check check,
        @Nullable String why,
        List<String> policies,
        String content,
        @Nullable String approvalId) {

    static final int SCHEMA_VERSION = 1;

    /** How far it is. */
    public enum State {
        /** Committed; it may be under way, or a crash has cut it off. */
        INTENDED,
        DONE,
        /** Nothing happened. */
        FAILED,
        /** It may have happened. */
        UNCERTAIN
    }

    public EffectRecord {
        details = Map.copyOf(details);
        policies = List.copyOf(policies);
    }

    /** Whether it may have happened, for all that is known. */
    boolean open() {
        return state == State.INTENDED || state == State.UNCERTAIN;
    }

    EffectRecord done(Map<String, String> answered, Check seen, Instant now) {
        return ended(State.DONE, answered, seen, null, now);
    }

    EffectRecord failed(String reason, Instant now) {
        return ended(State.FAILED, details, check, reason, now);
    }

    EffectRecord uncertain(String reason, Instant now) {
        return ended(State.UNCERTAIN, details, check, reason, now);
    }

    private EffectRecord ended(
            State end, Map<String, String> answered, @Nullable Check seen, @Nullable String reason, Instant now) {
        return new EffectRecord(
                key,
                request,
                end,
                attempt,
                counted,
                intended,
                now,
                answered,
                seen,
                reason,
                policies,
                content,
                approvalId);
    }
}
