package io.acso.edge.connector.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks 1.0: HMAC-SHA256 over {@code id.timestamp.body}, scheme {@code v1}. */
public final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_KEY = 24;

    private Signature() {}

    /**
     * Signs.
     *
     * @param timestamp seconds since 1970
     * @param secret base64, with or without the prefix {@code whsec_}
     * @throws IllegalArgumentException when the secret is not base64 or too short; never shows it
     */
    public static String of(String id, long timestamp, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
        }
    }

    static String of(String id, long timestamp, String body, String secret) {
        return of(id, timestamp, body.getBytes(StandardCharsets.UTF_8), secret);
    }

    /** @throws IllegalArgumentException when the secret is not base64 or too short; never shows it */
    static byte[] key(String secret) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a webhook's secret is base64, for example of: openssl rand -base64 32");
        }
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "a webhook's secret has at least " + SHORTEST_KEY + " bytes: openssl rand -base64 32 makes one");
        }
        return key;
    }
}
