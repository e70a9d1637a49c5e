package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * CACAO's digital signatures (§5.1 and §10.13). What is signed is the hexadecimal hash of the document's canonical form
 * (RFC 8785) with this one signature in it, without its value.
 */
public final class Signatures {

    private static final Map<String, String> HASHES =
            Map.of("sha-256", "SHA-256", "sha-384", "SHA-384", "sha-512", "SHA-512");

    /** What is known of a signature. */
    public enum Verdict {
        /** By a trusted key, for this version, in time. */
        VERIFIED,
        /** It may be good, but who made it is not trusted. */
        UNKNOWN_KEY,
        /** By a trusted key, but not valid at this time, or revoked. */
        NOT_IN_FORCE,
        /** Not of this document, changed, or of a kind that cannot be verified. */
        BROKEN
    }

    /**
     * @param pointer JSON pointer to the signature
     * @param signee as the signature says, which is only as true as the verdict
     * @param by name of the trusted key; empty unless verified
     */
    public record Signed(String pointer, String signee, Verdict verdict, String by, String why) {}

    private final ObjectNode document;
    private final Trust trust;
    private final Instant now;

    private Signatures(ObjectNode document, Trust trust, Instant now) {
        this.document = document;
        this.trust = trust;
        this.now = now;
    }

    /** Every signature of a document; none when it has none, or is no JSON object at all. Never throws. */
    public static List<Signed> of(String text, Trust trust, Instant now) {
        try {
            return Json.tree(text) instanceof ObjectNode document
                    ? new Signatures(document, trust, now).all()
                    : List.of();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    /** Why a document must not run under this trust; empty when it may. */
    public static List<Problem> problems(String text, Trust trust, Instant now) {
        List<Signed> signed = of(text, trust, now);
        if (signed.isEmpty() && !trust.unsigned()) {
            return List.of(new Problem("/signatures", "is missing: only signed playbooks are run here"));
        }
        return signed.stream()
                .filter(signature -> signature.verdict() != Verdict.VERIFIED)
                .map(signature -> new Problem(signature.pointer(), signature.why()))
                .toList();
    }

    private List<Signed> all() {
        List<Signed> signed = new ArrayList<>();
        for (JsonNode signature : document.path("signatures").values()) {
            String pointer = "/signatures/" + signed.size();
            signed.add(
                    signature instanceof ObjectNode object
                            ? one(object, pointer)
                            : new Signed(pointer, "", Verdict.BROKEN, "", "must be an object"));
        }
        return signed;
    }

    private Signed one(ObjectNode signature, String pointer) {
        String signee = signature.path("signee").asString("");
        try {
            Optional<String> foreign = foreign(signature);
            if (foreign.isPresent()) {
                return new Signed(pointer, signee, Verdict.BROKEN, "", foreign.get());
            }
            return judged(signature, pointer, signee);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException | DateTimeParseException e) {
            return new Signed(pointer, signee, Verdict.BROKEN, "", "cannot be verified: " + e.getMessage());
        }
    }

    private Signed judged(ObjectNode signature, String pointer, String signee)
            throws GeneralSecurityException, IOException {
        SigningKey brought = SigningKey.of(signature);
        Optional<Trust.TrustedKey> known = brought.among(trust.keys());
        Optional<SigningKey> key = known.isPresent()
                ? Optional.of(SigningKey.of(known.get().publicKey()))
                : Optional.of(brought).filter(SigningKey::usable);
        if (key.isPresent() && !key.get().verifies(message(signature), signature)) {
            return new Signed(
                    pointer, signee, Verdict.BROKEN, "", "does not fit the document: one of the two was changed");
        }
        if (known.isEmpty()) {
            return new Signed(
                    pointer,
                    signee,
                    Verdict.UNKNOWN_KEY,
                    "",
                    "is by a key that is not trusted here: add the" + " key to the trusted ones if '" + signee
                            + "' is who it says");
        }
        String name = known.get().name();
        return inForce(signature)
                ? new Signed(pointer, signee, Verdict.VERIFIED, name, "verified by the key of " + name)
                : new Signed(pointer, signee, Verdict.NOT_IN_FORCE, "", "is revoked or not valid at " + now);
    }

    private Optional<String> foreign(ObjectNode signature) {
        if (!signature
                .path("related_to")
                .asString("")
                .equals(document.path("id").asString(""))) {
            return Optional.of("is of another playbook: related_to must be this one's id");
        }
        if (!signature
                .path("related_version")
                .asString("")
                .equals(document.path("modified").asString(""))) {
            return Optional.of("is of another version: related_version must be what modified says");
        }
        return signature.has("signature")
                ? Optional.of("is countersigned, which is not verified here: sign the playbook side by side instead")
                : Optional.empty();
    }

    private boolean inForce(ObjectNode signature) {
        String from = signature.path("valid_from").asString("");
        String until = signature.path("valid_until").asString("");
        return !signature.path("revoked").asBoolean(false)
                && (from.isEmpty() || !now.isBefore(Instant.parse(from)))
                && (until.isEmpty() || now.isBefore(Instant.parse(until)));
    }

    private byte[] message(ObjectNode signature) throws GeneralSecurityException, IOException {
        String wanted = signature.path("hash_algorithm").asString("");
        String algorithm = HASHES.get(wanted.toLowerCase(java.util.Locale.ROOT));
        if (algorithm == null) {
            throw new IllegalArgumentException(
                    "hash_algorithm '" + wanted + "' is not taken: use sha-256, sha-384 or sha-512");
        }
        ObjectNode one = document.deepCopy();
        ObjectNode bare = signature.deepCopy();
        bare.remove("value");
        one.putArray("signatures").add(bare);
        byte[] canonical = new JsonCanonicalizer(Json.MAPPER.writeValueAsString(one)).getEncodedUTF8();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(canonical));
        return hash.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
