package io.acso.core.playbook;

import java.time.Instant;

/**
 * One line of an execution's story.
 *
 * @param stepId empty for the execution as a whole
 */
public record HistoryEntry(Instant at, String stepId, String what) {

    static final int MAX_CHARACTERS = 2_000;
}
