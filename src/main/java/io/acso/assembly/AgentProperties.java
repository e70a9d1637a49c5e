package io.acso.assembly;

import io.acso.agent.runtime.AgentSettings;
import io.acso.agent.supervisor.SupervisorSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How agents work.
 *
 * @param concurrency tasks of one agent performed at once
 * @param lease how long a task is lent; extended while the agent works on it
 * @param longest an attempt that takes longer is given to another worker
 * @param heartbeat how often an agent shows that it lives
 * @param silence without a heartbeat for so long it counts as silent
 * @param settle how long findings are gathered before an incident is assessed
 * @param window an incident is joined by findings of its actors for so long after its last finding
 * @param approvalValid how long a question to a person stands, and an approval counts
 * @param stepTimeout how long a step may take when its playbook sets no time
 * @param standingApprovers services that are asked, by policy, before a person is
 */
@ConfigurationProperties("acso.agents")
record AgentProperties(
        @DefaultValue("4") int concurrency,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("10m") Duration longest,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("2s") Duration settle,
        @DefaultValue("24h") Duration window,
        @DefaultValue("4h") Duration approvalValid,
        @DefaultValue("30m") Duration stepTimeout,
        @DefaultValue List<String> standingApprovers) {

    AgentSettings agents() {
        return new AgentSettings(concurrency, lease, longest, heartbeat, silence);
    }

    SupervisorSettings supervisor() {
        return new SupervisorSettings(settle, window, approvalValid, stepTimeout, standingApprovers);
    }
}
