package io.acso.edge.api.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An authenticator with one passkey, written from the WebAuthn specification: no attestation, user verified. */
final class SoftAuthenticator {

    private static final byte[] ID = "a credential of this test".getBytes(UTF_8);
    private static final int PRESENT_AND_VERIFIED = 0x05;
    private static final int WITH_CREDENTIAL = 0x40;
    private static final HexFormat HEX = HexFormat.of();

    private final String origin;
    private final KeyPair keys;
    private final byte[] id;
    private String user = "";
    private int counter = 1;

    SoftAuthenticator(String origin, String name) {
        this.origin = origin;
        this.id = (new String(ID, UTF_8) + name).getBytes(UTF_8);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void setCounter(int next) {
        counter = next;
    }

    /** What the page sends to register the passkey that it made for these options. */
    Map<String, Object> create(JsonNode options) {
        user = options.at("/user/id").asString();
        byte[] point =
                HEX.parseHex("a5010203262001215820" + hex(publicKey().getW().getAffineX()) + "225820"
                        + hex(publicKey().getW().getAffineY()));
        byte[] credential = ByteBuffer.allocate(16 + 2 + id.length + point.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(point)
                .array();
        byte[] data = data(options.at("/rp/id").asString(), PRESENT_AND_VERIFIED | WITH_CREDENTIAL, credential);
        byte[] head = HEX.parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746158");
        byte[] attestation = ByteBuffer.allocate(head.length + 1 + data.length)
                .put(head)
                .put((byte) data.length)
                .put(data)
                .array();
        Map<String, Object> response = Map.of(
                "clientDataJSON", text(client("webauthn.create", options)),
                "attestationObject", text(attestation),
                "transports", List.of("internal"));
        return Map.of("publicKey", Map.of("credential", credential(response), "label", "test key"));
    }

    /** What the page sends to sign in with it. */
    Map<String, Object> sign(JsonNode options) {
        byte[] data = data(options.path("rpId").asString(), PRESENT_AND_VERIFIED, new byte[0]);
        byte[] client = client("webauthn.get", options);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(Digest.of(client).bytes());
            return credential(Map.of(
                    "clientDataJSON", text(client),
                    "authenticatorData", text(data),
                    "signature", text(signature.sign()),
                    "userHandle", user));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        return Map.of(
                "id",
                text(id),
                "rawId",
                text(id),
                "type",
                "public-key",
                "response",
                response,
                "clientExtensionResults",
                Map.of(),
                "authenticatorAttachment",
                "platform");
    }

    private byte[] client(String type, JsonNode options) {
        return Json.bytes(Map.of(
                "type",
                type,
                "challenge",
                options.path("challenge").asString(),
                "origin",
                origin,
                "crossOrigin",
                false));
    }

    private byte[] data(String rpId, int flags, byte[] credential) {
        return ByteBuffer.allocate(32 + 1 + 4 + credential.length)
                .put(Digest.of(rpId.getBytes(UTF_8)).bytes())
                .put((byte) flags)
                .putInt(counter++)
                .put(credential)
                .array();
    }

    private ECPublicKey publicKey() {
        return (ECPublicKey) keys.getPublic();
    }

    private static String hex(BigInteger coordinate) {
        byte[] bytes = coordinate.toByteArray();
        byte[] whole = new byte[32];
        byte[] last = bytes.length > 32 ? Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length) : bytes;
        System.arraycopy(last, 0, whole, 32 - last.length, last.length);
        return HEX.formatHex(whole);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
