package io.acso.agent.runtime;

import java.time.Duration;

/**
 * How agents are fed.
 *
 * @param concurrency tasks of one agent performed at once
 * @param lease how long a task is lent; extended while the agent works on it, up to {@code longest}
 * @param longest an attempt that takes longer is given to another worker
 * @param heartbeat how often an agent shows that it lives
 * @param silence without a heartbeat for so long it counts as silent
 */
public record AgentSettings(int concurrency, Duration lease, Duration longest, Duration heartbeat, Duration silence) {

    public static final AgentSettings DEFAULT = new AgentSettings(
            4, Duration.ofSeconds(20), Duration.ofMinutes(10), Duration.ofSeconds(5), Duration.ofSeconds(20));
}
