package io.acso.core.autonomy;

import java.util.List;

/**
 * What the gate says.
 *
 * @param policies ids of the policies that decided
 * @param explanation in words: why, and for a refusal what would have permitted it
 * @param content hash of the content snapshot with the policies
 */
public record Decision(Verdict verdict, List<String> policies, String explanation, String content) {

    /** Permit, or a person first, or never. */
    public enum Verdict {
        PERMIT,
        NEEDS_APPROVAL,
        FORBID
    }

    public Decision {
        policies = List.copyOf(policies);
    }
}
