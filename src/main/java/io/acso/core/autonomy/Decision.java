package io.acso.core.autonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says.
 *
 * @param policies ids of the policies that decided
 * @param explanation in words: why, and for a refusal what would have permitted it
 * @param content hash of the policy set
 * @param need what an approval takes, when one would permit it; for a refused caller, the proof of who they are that would
 * @param nearest what else would have had to be, when an approval alone would not permit it; null when nothing would
 */
public record Decision(
        Verdict verdict,
        List<String> policies,
        String explanation,
        String content,
        @Nullable Need need,
        @Nullable Nearest nearest) {

    /** Permit, or a person first, or never. */
    public enum Verdict {
        PERMIT,
        NEEDS_APPROVAL,
        FORBID
    }

    /**
     * What policies ask of an approval.
     *
     * @param people how many must agree
     * @param assurance how strongly each must have proved who they are
     */
    public record Need(int people, Assurance assurance) {

        static final Need ONE_PERSON = new Need(1, Assurance.TOKEN);

        /** What satisfies both. */
        public Need and(Need other) {
            return new Need(
                    Math.max(people, other.people), assurance.atLeast(other.assurance) ? assurance : other.assurance);
        }
    }

    /**
     * The smallest difference that was found with which it would be permitted: each of the changes is needed.
     *
     * @param changes in words
     * @param policies that would then permit it
     */
    public record Nearest(List<String> changes, List<String> policies) {
        public Nearest {
            changes = List.copyOf(changes);
            policies = List.copyOf(policies);
        }
    }

    public Decision {
        policies = List.copyOf(policies);
    }
}
