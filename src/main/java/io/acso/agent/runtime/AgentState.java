package io.acso.agent.runtime;

import io.acso.domain.task.AgentName;
import java.time.Instant;
import java.util.List;

/**
 * An agent's last sign of life.
 *
 * @param inHand tasks it works on
 * @param performed tasks ended since its process started
 * @param failed attempts that ended with an exception since then
 * @param work what it works on, the oldest first and not more than {@value #MOST_WORK}
 */
public record AgentState(AgentName agent, Instant seen, int inHand, long performed, long failed, List<Work> work) {

    static final int MOST_WORK = 20;

    public AgentState {
        // Absent in what was written before.
        work = work == null ? List.of() : List.copyOf(work);
    }

    /**
     * A task in hand.
     *
     * @param correlationId the incident or request that it belongs to
     */
    public record Work(String task, String kind, String correlationId, Instant since) {}
}
