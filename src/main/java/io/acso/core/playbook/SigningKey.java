package io.acso.core.playbook;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The key that a signature names: itself, or only its thumbprint, which is the SHA-256 of it in hexadecimal. */
final class SigningKey {

    /** X.509 SubjectPublicKeyInfo; empty when only the thumbprint is known. */
    private final byte[] encoded;

    private final String thumbprint;

    private SigningKey(byte[] encoded, String thumbprint) {
        this.encoded = encoded;
        this.thumbprint = thumbprint;
    }

    /** The key or the first certificate of the chain, which is not followed further: keys are trusted, not issuers. */
    static SigningKey of(JsonNode signature) throws GeneralSecurityException {
        if (signature.path("public_key").isString()) {
            return of(signature.path("public_key").stringValue());
        }
        JsonNode certificate = signature.path("public_cert_chain").path(0);
        if (certificate.isString()) {
            byte[] der = bytes(certificate.stringValue());
            return new SigningKey(
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der))
                            .getPublicKey()
                            .getEncoded(),
                    "");
        }
        return new SigningKey(new byte[0], signature.path("thumbprint").asString(""));
    }

    static SigningKey of(String key) {
        return new SigningKey(bytes(key), "");
    }

    boolean usable() {
        return encoded.length > 0;
    }

    Optional<Trust.TrustedKey> among(List<Trust.TrustedKey> trusted) throws GeneralSecurityException {
        for (Trust.TrustedKey key : trusted) {
            byte[] other = bytes(key.publicKey());
            if (usable() ? Arrays.equals(encoded, other) : thumbprint.equalsIgnoreCase(thumbprint(other))) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    boolean verifies(byte[] message, JsonNode signature) throws GeneralSecurityException {
        String algorithm = signature.path("algorithm").asString("");
        Signature verifier = verifier(algorithm);
        verifier.initVerify(key(algorithm));
        verifier.update(message);
        return verifier.verify(
                Base64.getUrlDecoder().decode(signature.path("value").asString("")));
    }

    private PublicKey key(String algorithm) throws GeneralSecurityException {
        String family = switch (algorithm.substring(0, 2)) {
            case "RS", "PS" -> "RSA";
            case "ES" -> "EC";
            default -> algorithm;
        };
        return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static Signature verifier(String algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case "RS256", "RS384", "RS512" -> Signature.getInstance("SHA" + bits(algorithm) + "withRSA");
            case "ES256", "ES384", "ES512" -> Signature.getInstance("SHA" + bits(algorithm) + "withECDSAinP1363Format");
            case "PS256", "PS384", "PS512" -> pss(bits(algorithm));
            case "Ed25519", "Ed448" -> Signature.getInstance(algorithm);
            default ->
                throw new IllegalArgumentException("algorithm '" + algorithm + "' is not taken: use RS256, PS256, ES256"
                        + " or their longer forms, Ed25519 or Ed448");
        };
    }

    private static Signature pss(String bits) throws GeneralSecurityException {
        String hash = "SHA-" + bits;
        Signature verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(new PSSParameterSpec(
                hash,
                "MGF1",
                new MGF1ParameterSpec(hash),
                Integer.parseInt(bits) / Byte.SIZE,
                PSSParameterSpec.TRAILER_FIELD_BC));
        return verifier;
    }

    private static String bits(String algorithm) {
        return algorithm.substring(2);
    }

    private static String thumbprint(byte[] key) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    }

    private static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64.replaceAll("-----[A-Z ]+-----", ""));
    }
}
