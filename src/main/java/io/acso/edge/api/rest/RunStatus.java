package io.acso.edge.api.rest;

/** Where a run stands: the execution's own status, and before and instead of it those of its record. */
enum RunStatus {
    PLANNED,
    AWAITING_APPROVAL,
    REJECTED,
    EXPIRED,
    SUPERSEDED,
    NOT_PLANNED,
    DRY_RUN,
    RUNNING,
    WAITING,
    PAUSED,
    COMPENSATING,
    COMPLETED,
    FAILED,
    CANCELLED,
    UNCERTAIN
}
