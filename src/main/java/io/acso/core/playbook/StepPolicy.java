package io.acso.core.playbook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What our extension says of one step; see docs/guides/playbooks.md.
 *
 * @param compensate its effects are undone when the execution fails or is cancelled
 * @param maxIterations after which a loop fails
 * @param repeatSafety {@code natural}, {@code keyed}, {@code checkable} or {@code none}; null leaves the command's own
 * @param approval null leaves the playbook's
 */
public record StepPolicy(
        RetryPolicy retry,
        boolean compensate,
        int maxIterations,
        @Nullable String repeatSafety,
        @Nullable ApprovalTerms approval) {

    static final StepPolicy DEFAULT = new StepPolicy(Defaults.RETRY, false, Defaults.MAX_ITERATIONS, null, null);

    public Optional<ApprovalTerms> approvalTerms() {
        return Optional.ofNullable(approval);
    }
}
