package io.acso.platform.ledger;

import io.acso.domain.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 public key with its name, in the text form of C2SP's signed-note: {@code name+id+base64}. */
final class VerifierKey {

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;

    /** What stands before the 32 bytes of the key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private VerifierKey(String name, byte[] raw) throws GeneralSecurityException {
        this.name = name;
        this.raw = raw;
        this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(joined(X509, raw)));
    }

    static VerifierKey of(String name, PublicKey key) throws GeneralSecurityException {
        if (name.isEmpty() || name.chars().anyMatch(c -> c == '+' || c <= ' ')) {
            throw new IllegalArgumentException("a ledger's name has no space and no plus: '" + name + "'");
        }
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }

    static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty()) {
            throw new MalformedNote("is no public key of the form name+id+base64");
        }
        byte[] typed = StrictBase64.decode(parts[2]);
        if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
            throw new MalformedNote("holds a key that is not Ed25519");
        }
        try {
            VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
            if (!key.text().equals(text)) {
                throw new MalformedNote("was changed: name, id and key do not belong together");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new MalformedNote("holds a key that is not Ed25519: " + e.getMessage());
        }
    }

    String name() {
        return name;
    }

    String text() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + StrictBase64.encode(typed());
    }

    /** The first four bytes of the hash over name and key: tells keys apart, proves nothing. */
    byte[] id() {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Digest.of(joined(named, typed())).bytes(), 4);
    }

    boolean verifies(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no Ed25519", e);
        }
    }

    private byte[] typed() {
        return joined(new byte[] {ED25519}, raw);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
