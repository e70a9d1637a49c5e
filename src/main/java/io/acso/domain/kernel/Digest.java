package io.acso.domain.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest in lower-case hex. */
public record Digest(@JsonValue String hex) {

    private static final int HEX_LENGTH = 64;

    @JsonCreator
    public Digest {
        if (hex.length() != HEX_LENGTH) {
            throw new IllegalArgumentException("a SHA-256 digest has 64 hex digits, not " + hex.length());
        }
    }

    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** Hashes the parts with their lengths between them, so that no two lists of parts collide. */
    public static Digest ofParts(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return new Digest(HexFormat.of().formatHex(digest.digest()));
    }

    /** An identifier: the prefix and the digest's first 24 hex digits (96 bits). */
    public static String id(String prefix, String... parts) {
        return prefix + "-" + ofParts(parts).hex().substring(0, 24);
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
