package io.acso.edge.identity;

import io.acso.domain.kernel.Principal;
import io.acso.platform.ledger.LedgerEntry;
import java.time.InstantSource;
import java.util.Map;

/** Writes what happened to identities as ledger entries. */
record Facts(InstantSource clock) {

    LedgerEntry of(String kind, Principal by, String subject, Map<String, String> facts) {
        return LedgerEntry.of(clock.instant(), kind, by, subject, subject, facts);
    }

    LedgerEntry of(String kind, Principal by, String subject) {
        return of(kind, by, subject, Map.of());
    }
}
