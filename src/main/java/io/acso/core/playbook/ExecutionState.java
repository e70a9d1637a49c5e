package io.acso.core.playbook;

import io.acso.domain.kernel.Digest;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one run of a playbook; serialisable, replaced whole by each transition.
 *
 * @param playbookHash of the very version it runs
 * @param variables the playbook's, by bare name
 * @param steps every step that was reached
 * @param verdict how it will end, once a failure that nobody handled leads through the exception step
 * @param why it ended so, or will
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
        @Nullable Instant endedAt) {

    public static final int SCHEMA_VERSION = 1;

    public ExecutionState {
        variables = Value.copyOf(variables);
        steps = Map.copyOf(steps);
    }
}
