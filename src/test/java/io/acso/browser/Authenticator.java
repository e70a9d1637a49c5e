package io.acso.browser;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's phone. It gives no code twice, since none is taken twice. */
final class Authenticator {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP = CODES.getTimeStep().toSeconds();

    private final SecretKeySpec key;
    private long last;

    /** @param secret as the platform shows it, in base 32 */
    Authenticator(String secret) {
        key = new SecretKeySpec(BaseEncoding.base32().decode(secret.replace(" ", "")), CODES.getAlgorithm());
    }

    /** The oldest code that is still taken: clocks may differ by a step, so a test need not wait for the next. */
    String code() {
        long second = Instant.now().getEpochSecond();
        long now = second / STEP;
        // What was the code a step ago is taken until this step ends, which must not be while it is typed.
        long oldest = second % STEP < STEP / 2 ? now - 1 : now;
        last = Math.max(last + 1, oldest);
        if (last > now + 1) {
            throw new IllegalStateException("no further code for half a minute");
        }
        try {
            return CODES.generateOneTimePasswordString(key, Instant.ofEpochSecond(last * STEP), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("not a key", e);
        }
    }
}
