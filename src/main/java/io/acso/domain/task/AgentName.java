package io.acso.domain.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.acso.domain.kernel.Principal;
import java.util.regex.Pattern;

/** The name of an agent, which is also the name of its queue: lower case with hyphens. */
public record AgentName(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public static final AgentName SUPERVISOR = new AgentName("supervisor");
    public static final AgentName THREAT_HUNTER = new AgentName("threat-hunter");
    public static final AgentName INCIDENT_RESPONSE = new AgentName("incident-response");
    public static final AgentName SERVICE_ORCHESTRATION = new AgentName("service-orchestration");
    public static final AgentName FINANCIAL_INTELLIGENCE = new AgentName("financial-intelligence");

    @JsonCreator
    public AgentName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an agent's name is lower case with hyphens, not '" + value + "'");
        }
    }

    public Principal principal() {
        return Principal.agent(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
