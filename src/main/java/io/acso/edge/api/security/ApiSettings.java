package io.acso.edge.api.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may reach the API.
 *
 * @param hosts host names that callers may use besides localhost, 127.0.0.1 and [::1]
 */
@ConfigurationProperties("acso.api")
public record ApiSettings(@DefaultValue List<String> hosts) {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    public ApiSettings {
        hosts = List.copyOf(hosts);
    }

    boolean answersTo(String host) {
        return LOOPBACK.stream().anyMatch(host::equalsIgnoreCase)
                || hosts.stream().anyMatch(host::equalsIgnoreCase);
    }
}
