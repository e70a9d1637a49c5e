package io.acso.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many executions of several playbooks at once, and kills at any moment: all that was accepted comes to its end, and
 * nothing happens twice that is not safe to repeat. {@code acso bench crash} is the same with more kills.
 */
class LoadCrashTest {

    private static final int KILLS = Integer.getInteger("acso.crash.load.kills", 12);
    private static final long SEED = Long.getLong("acso.crash.seed", 1);

    @TempDir
    Path directory;

    @Test
    void whatWasAcceptedEndsAndNothingUnsafeHappensTwice() throws Exception {
        try (CrashLoad load = new CrashLoad(directory, KILLS, SEED)) {
            LoadOutcome outcome = LoadOutcome.of(load.play());
            String summary = CrashBench.summary(load, outcome, SEED);
            System.out.println(summary);
            assertThat(outcome.violations()).as(summary).isEmpty();
            assertThat(load.kills).isEqualTo(KILLS);
            assertThat(load.boundaries).as("kills fell on various moments").hasSizeGreaterThan(3);
            assertThat(outcome.effects().values())
                    .as("effects of each repeat safety")
                    .allMatch(count -> count > 0);
        }
    }
}
