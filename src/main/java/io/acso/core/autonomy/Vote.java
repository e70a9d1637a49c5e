package io.acso.core.autonomy;

import io.acso.domain.kernel.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer to an {@link Approval}.
 *
 * @param by who answered
 * @param onBehalfOf whose right to answer it is, when it was delegated; null when it is their own
 * @param assurance how strongly whoever answered proved who they are
 */
public record Vote(
        Principal by,
        @Nullable Principal onBehalfOf,
        boolean approve,
        Assurance assurance,
        Instant at,
        @Nullable String remark) {

    /** In their own right, by a token. */
    public static Vote of(Principal by, boolean approve, Instant at, @Nullable String remark) {
        return new Vote(by, null, approve, Assurance.TOKEN, at, remark);
    }

    /** Whose right counts. */
    public Principal right() {
        return onBehalfOf == null ? by : onBehalfOf;
    }

    /** The same answer in another's right. */
    public Vote inTheRightOf(Principal other) {
        return new Vote(by, other, approve, assurance, at, remark);
    }

    /** Whether this person had a part in it, in their own right or another's. */
    boolean involves(Principal person) {
        return by.equals(person) || right().equals(person);
    }
}
