package io.acso.core.playbook;

import io.acso.domain.kernel.Digest;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one run of a playbook; serialisable, replaced whole by each transition.
 *
 * @param playbookHash of the very version it runs
 * @param variables the playbook's, by bare name
 * @param steps every step that was reached
 * @param verdict how it will end, once a failure that nobody handled leads through the exception step
 * @param why it ended so, or will
 * @param entered how many steps were entered, those in loops each time
 */
public record ExecutionState(
        int schemaVersion,
        String executionId,
        String playbookId,
        Digest playbookHash,
        ExecutionStatus status,
        Map<String, Value> variables,
        Map<String, StepRun> steps,
        @Nullable ExecutionStatus verdict,
        String why,
        Instant startedAt,
        @Nullable Instant endedAt,
        int entered,
        Compensation compensation) {

    /** 1 had neither loops nor compensation, and reads as a state in which there were none. */
    public static final int SCHEMA_VERSION = 2;

    @SuppressWarnings("NullAway") // what version 1 did not write
    public ExecutionState {
        variables = Value.copyOf(variables);
        steps = Collections.unmodifiableMap(steps instanceof TreeMap<String, StepRun> ? steps : new TreeMap<>(steps));
        compensation = compensation == null ? Compensation.NONE : compensation;
    }
}
