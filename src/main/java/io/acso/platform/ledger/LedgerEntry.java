package io.acso.platform.ledger;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import java.time.Instant;
import java.util.Map;

/**
 * One decision or effect, as it is hashed into the tree.
 *
 * @param kind what happened, in the past tense: {@code ActionDecided}, {@code EffectCarriedOut}
 * @param subject the id of what it happened to
 * @param correlationId the incident or request
 * @param facts short facts and hashes; never personal data or secrets
 */
public record LedgerEntry(
        int schemaVersion,
        Instant time,
        String kind,
        Principal who,
        String subject,
        String correlationId,
        Map<String, String> facts) {

    public static final int SCHEMA_VERSION = 1;

    public LedgerEntry {
        facts = Map.copyOf(facts);
    }

    public static LedgerEntry of(
            Instant time, String kind, Principal who, String subject, String correlationId, Map<String, String> facts) {
        return new LedgerEntry(SCHEMA_VERSION, time, kind, who, subject, correlationId, facts);
    }

    /** The operation that appends this entry with the commit it belongs to. */
    public Commit.Append append() {
        return new Commit.Append(Json.bytes(this));
    }
}
