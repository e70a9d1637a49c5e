package io.acso.core.autonomy;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question to a person about one exact plan, and the answer.
 *
 * @param planHash what the answer is bound to
 * @param occasion empty for the plan as a whole, else {@code step/attempt}: the gate became stricter there
 * @param requestedBy the agent that asks
 * @param expires after this the answer counts no more
 * @param answeredBy who answered, a person or, where a policy lets it, a service; null while pending
 */
public record Approval(
        String id,
        String executionId,
        String subject,
        Digest planHash,
        Plan plan,
        String occasion,
        String why,
        Principal requestedBy,
        Instant requested,
        Instant expires,
        Status status,
        @Nullable Principal answeredBy,
        @Nullable Instant answered,
        @Nullable String comment) {

    /** Where the question stands. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        EXPIRED,
        /** The plan it was about was replaced. */
        SUPERSEDED
    }

    public Approval {
        if (!planHash.equals(plan.hash())) {
            throw new IllegalArgumentException("approval " + id + " does not belong to its plan");
        }
    }

    public static Approval request(Plan plan, String why, Principal by, Instant now, Instant expires) {
        return request(plan, "", why, by, now, expires);
    }

    /** A question asked once for each {@code occasion}, such as an attempt at one step. */
    public static Approval request(Plan plan, String occasion, String why, Principal by, Instant now, Instant expires) {
        String id = Digest.id("apr", plan.executionId(), plan.hash().hex(), occasion);
        return new Approval(
                id,
                plan.executionId(),
                plan.subject(),
                plan.hash(),
                plan,
                occasion,
                why,
                by,
                now,
                expires,
                Status.PENDING,
                null,
                null,
                null);
    }

    /**
     * The answered approval.
     *
     * @throws IllegalStateException when it is not pending, has expired, or the answerer is who asked
     */
    public Approval answer(boolean approved, Principal by, Instant now, @Nullable String remark) {
        if (status != Status.PENDING) {
            throw new IllegalStateException("approval " + id + " is already " + status);
        }
        if (!now.isBefore(expires)) {
            throw new IllegalStateException("approval " + id + " expired at " + expires);
        }
        if (by.equals(requestedBy) || by.kind() == Principal.Kind.AGENT) {
            throw new IllegalStateException("an agent does not approve, least of all what it asked for itself");
        }
        return with(approved ? Status.APPROVED : Status.REJECTED, by, now, remark);
    }

    /** The approval, closed without an answer. */
    public Approval closed(Status how, Instant now, String why) {
        return status == Status.PENDING ? with(how, null, now, why) : this;
    }

    /** Whether it lets this action of this plan through now. */
    public boolean covers(Digest hash, String stepId, Action action, Instant now) {
        return status == Status.APPROVED
                && now.isBefore(expires)
                && planHash.equals(hash)
                && plan.contains(stepId, action);
    }

    private Approval with(Status next, @Nullable Principal by, Instant now, @Nullable String remark) {
        return new Approval(
                id,
                executionId,
                subject,
                planHash,
                plan,
                occasion,
                why,
                requestedBy,
                requested,
                expires,
                next,
                by,
                now,
                remark);
    }
}
