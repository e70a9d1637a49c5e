package io.acso.core.playbook;

/** Where a step stands. A step that was never reached has none. */
public enum StepStatus {
    /** Held back by a delay or a pause. */
    PENDING,
    RUNNING,
    WAITING_FOR_PERSON,
    /** It ended in an earlier turn of the loop around it, or before a retry, and was not reached again. */
    PAST,
    DONE,
    /** Stopped before anything happened. */
    SKIPPED,
    FAILED,
    UNCERTAIN;

    public boolean ended() {
        return compareTo(PAST) >= 0;
    }

    StepStatus worse(StepStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
