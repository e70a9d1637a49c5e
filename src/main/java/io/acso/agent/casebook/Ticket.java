package io.acso.agent.casebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A service ticket in our own records; written by Service Orchestration. */
public record Ticket(
        String id,
        String incidentId,
        String title,
        String priority,
        Status status,
        Instant opened,
        @Nullable Instant closed,
        @Nullable String resolution) {

    /** Where the ticket stands. */
    public enum Status {
        OPEN,
        CLOSED
    }

    public Ticket close(Instant now, String how) {
        return status == Status.CLOSED
                ? this
                : new Ticket(id, incidentId, title, priority, Status.CLOSED, opened, now, how);
    }
}
