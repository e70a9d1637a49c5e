package io.acso.core.autonomy;

import io.acso.domain.kernel.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's right to answer approvals, lent to another. Only their own right: what somebody else lent them stays there.
 *
 * @param revoked when it was taken back; null while it was not
 */
public record Delegation(
        String id,
        Principal from,
        Principal to,
        String reason,
        Instant since,
        Instant until,
        @Nullable Instant revoked) {

    public boolean active(Instant now) {
        return revoked == null && !now.isBefore(since) && now.isBefore(until);
    }
}
