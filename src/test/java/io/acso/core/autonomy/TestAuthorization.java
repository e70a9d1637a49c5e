package io.acso.core.autonomy;

import io.acso.domain.kernel.Digest;
import java.time.Duration;
import java.time.Instant;

/** What the gate would hand out, for tests of actuators. */
public final class TestAuthorization {

    /** Tests' clocks stand here. */
    public static final Instant NOW = Instant.parse("2026-05-04T10:15:30Z");

    private TestAuthorization() {}

    public static Authorized of(Action action) {
        return until(action, NOW.plus(Duration.ofHours(1)));
    }

    public static Authorized until(Action action, Instant expires) {
        return new Authorized(
                action,
                Digest.ofParts("plan", action.hash().hex()),
                Digest.id("eff", action.hash().hex()),
                expires);
    }
}
