package io.acso.agent.casebook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's wish to take an effect back and what came of it; the last one of each effect. Begun by whoever takes the
 * wish, each in a commit that expects the one before, so that of two at the same moment one is taken; then written by
 * the supervisor.
 *
 * @param effect the key of the effect to be taken back
 * @param request tells this wish from others about the same effect
 * @param approvalId the question that somebody answers first; null when nobody needs to
 * @param undoneBy key of the effect that took it back
 * @param detail what came of it, in words; null while it is under way
 * @param policies that decided
 */
public record TakingBack(
        String effect,
        String executionId,
        String subject,
        String request,
        Principal by,
        String why,
        Instant asked,
        Stage stage,
        @Nullable String approvalId,
        @Nullable String undoneBy,
        @Nullable String detail,
        List<String> policies,
        @Nullable Instant ended) {

    /** How far it is. */
    public enum Stage {
        /** The inverse is dry-run and decided. */
        PREPARING,
        AWAITING_APPROVAL,
        CARRYING_OUT,
        UNDONE,
        /** A policy, a person, or the state of things said no; nothing happened. */
        REFUSED,
        /** It was tried and is not undone. */
        FAILED,
        /** It may be undone. */
        UNCERTAIN
    }

    public TakingBack {
        policies = List.copyOf(policies);
    }

    /** A new wish. */
    public static TakingBack wished(
            String effect, String executionId, String subject, String request, Principal by, String why, Instant now) {
        return new TakingBack(
                effect,
                executionId,
                subject,
                request,
                by,
                why,
                now,
                Stage.PREPARING,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** Whether somebody works on it or is asked about it. */
    @JsonIgnore
    public boolean underWay() {
        return ended == null;
    }

    public TakingBack awaiting(String approval, List<String> deciding) {
        return with(Stage.AWAITING_APPROVAL, approval, null, detail, deciding, null);
    }

    public TakingBack carryingOut(List<String> deciding) {
        return with(Stage.CARRYING_OUT, approvalId, null, null, deciding, null);
    }

    /** @param inverse key of the effect that did it */
    public TakingBack undone(String inverse, String seen, Instant now) {
        return with(Stage.UNDONE, approvalId, inverse, seen, policies, now);
    }

    /** @param how one of the stages at which nothing more comes by itself */
    public TakingBack ended(Stage how, String why, List<String> deciding, Instant now) {
        return with(how, approvalId, null, why, deciding.isEmpty() ? policies : deciding, now);
    }

    private TakingBack with(
            Stage next,
            @Nullable String approval,
            @Nullable String inverse,
            @Nullable String said,
            List<String> deciding,
            @Nullable Instant end) {
        return new TakingBack(
                effect, executionId, subject, request, by, why, asked, next, approval, inverse, said, deciding, end);
    }
}
