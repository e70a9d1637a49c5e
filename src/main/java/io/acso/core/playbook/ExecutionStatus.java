package io.acso.core.playbook;

/** Where an execution stands. */
public enum ExecutionStatus {
    RUNNING,
    /** All that is open waits for people. */
    WAITING,
    PAUSED,
    /** Failed or cancelled; what it did is being undone. */
    COMPENSATING,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** A person must look: an effect may or may not have happened. */
    UNCERTAIN;

    /** Nothing changes it any more, but a person who settles or retries it. */
    public boolean ended() {
        return compareTo(COMPLETED) >= 0;
    }
}
