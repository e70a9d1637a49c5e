package io.acso.edge.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret for codes by time (RFC 6238): six digits, thirty seconds, HMAC-SHA-1, which is what every authenticator
 * app knows.
 *
 * @param secret of 160 bits
 * @param used the last time step whose code was taken; it and older ones are not taken again
 */
record Totp(byte[] secret, long used) {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP = CODES.getTimeStep().toSeconds();
    private static final int BYTES = 20;
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    @Override
    public String toString() {
        return "Totp[used=" + used + "]";
    }

    static Totp fresh() {
        return new Totp(Secrets.bytes(BYTES), 0);
    }

    static boolean looksLikeOne(String code) {
        return CODE.matcher(code).matches();
    }

    /** The time step of the code, one before or after now for clocks that differ; empty when it is wrong or used. */
    OptionalLong step(String code, Instant now) {
        long step = now.getEpochSecond() / STEP;
        return LongStream.rangeClosed(step - 1, step + 1)
                .filter(each -> each > used)
                .filter(each -> MessageDigest.isEqual(
                        code(each).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII)))
                .findFirst();
    }

    Totp used(long step) {
        return new Totp(secret, step);
    }

    String written() {
        return BaseEncoding.base32().omitPadding().encode(secret);
    }

    /** What an authenticator app reads from a QR code. */
    String uri(String username) {
        String name = URLEncoder.encode(username, StandardCharsets.UTF_8);
        return "otpauth://totp/ACSO:" + name + "?secret=" + written() + "&issuer=ACSO";
    }

    String code(long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, CODES.getAlgorithm()), Instant.ofEpochSecond(step * STEP), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a key of our own making", e);
        }
    }
}
