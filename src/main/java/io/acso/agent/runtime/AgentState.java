package io.acso.agent.runtime;

import io.acso.domain.task.AgentName;
import java.time.Instant;

/**
 * An agent's last sign of life.
 *
 * @param inHand tasks it works on
 * @param performed tasks ended since its process started
 * @param failed attempts that ended with an exception since then
 */
public record AgentState(AgentName agent, Instant seen, int inHand, long performed, long failed) {}
