package io.acso.agent.supervisor;

import java.time.Duration;
import java.util.List;

/**
 * How the supervisor works.
 *
 * @param settle how long findings are gathered before an incident is assessed
 * @param window an incident is joined by findings of its actors for so long after its last finding and before its first
 * @param approvalValid how long a question to a person stands, and an approval counts
 * @param stepTimeout how long a step may take when its playbook sets no time
 * @param standingApprovers services that are asked, by policy, before a person is; empty by default
 */
public record SupervisorSettings(
        Duration settle,
        Duration window,
        Duration approvalValid,
        Duration stepTimeout,
        List<String> standingApprovers) {

    public static final SupervisorSettings DEFAULT = new SupervisorSettings(
            Duration.ofSeconds(2), Duration.ofHours(24), Duration.ofHours(4), Duration.ofMinutes(30), List.of());

    public SupervisorSettings {
        standingApprovers = List.copyOf(standingApprovers);
    }
}
