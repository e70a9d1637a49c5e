package io.acso.core.intelligence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A STIX indicator whose pattern can be matched.
 *
 * @param validUntil the first moment at which it is no longer valid; null for ever
 */
public record StixIndicator(
        String id,
        String name,
        StixPattern pattern,
        Instant validFrom,
        @Nullable Instant validUntil) {

    /** Whether its author says that it indicates anything at that time. */
    public boolean validAt(Instant time) {
        return !time.isBefore(validFrom) && (validUntil == null || time.isBefore(validUntil));
    }
}
