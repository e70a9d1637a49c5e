package io.acso.core.autonomy;

/** One action of a plan: the playbook step it belongs to and what it would do. */
public record PlannedAction(String stepId, DryRun dryRun, BlastRadius blastRadius) {

    public Action action() {
        return dryRun.action();
    }
}
