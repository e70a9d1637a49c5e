package io.acso.core.playbook;

import java.time.Duration;

/** What holds where a playbook says nothing. */
final class Defaults {

    static final Duration STEP_TIMEOUT = Duration.ofHours(1);
    static final Duration PERSON_TIMEOUT = Duration.ofHours(24);
    static final int MAX_ITERATIONS = 1_000;
    static final RetryPolicy RETRY = new RetryPolicy(3, Duration.ofSeconds(10), 2, Duration.ofHours(1));

    private Defaults() {}
}
