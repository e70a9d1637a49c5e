package io.acso.core.playbook;

import java.time.Duration;

/** What holds where a playbook says nothing. */
final class Defaults {

    static final Duration STEP_TIMEOUT = Duration.ofHours(1);
    static final Duration PERSON_TIMEOUT = Duration.ofHours(24);
    static final int ATTEMPTS = 3;

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(10);

    private Defaults() {}

    /** 10 s after the first failure, twice as long after each further one. */
    static Duration backoff(int failures) {
        return FIRST_BACKOFF.multipliedBy(1L << (failures - 1));
    }
}
