package io.acso.edge.identity;

import java.time.Instant;
import java.util.Set;

/**
 * A WebAuthn credential of a person, as the ceremony of its registration left it.
 *
 * @param id the credential's, base64url
 * @param publicKey in COSE
 * @param attestation as the authenticator gave it; a sign-in is checked against it
 * @param label that its owner gave it
 */
public record Passkey(
        String id,
        byte[] publicKey,
        byte[] attestation,
        long signatureCount,
        boolean userVerified,
        boolean backupEligible,
        boolean backedUp,
        Set<String> transports,
        String label,
        Instant created,
        Instant lastUsed) {

    public Passkey {
        transports = Set.copyOf(transports);
    }
}
