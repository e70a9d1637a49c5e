package io.acso.edge.connector.http;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which hosts a playbook's HTTP and OpenC2 commands may call. With the defaults none.
 *
 * @param allowed hosts as {@code host:port}, {@code host} (port 443) or {@code *.domain:port}; none by default
 * @param networks private networks ({@code 10.20.0.0/16}) that a listed host's name may lead to; none by default
 * @param connectTimeout how long reaching the host may take
 * @param timeout how long one request may take as a whole, where its step says nothing
 * @param request the longest content that is sent
 * @param answer how much of an answer is kept, at most 64 KB
 */
@ConfigurationProperties("acso.http")
public record HttpSettings(
        @DefaultValue List<String> allowed,
        @DefaultValue List<String> networks,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("256KB") DataSize request,
        @DefaultValue("16KB") DataSize answer) {

    private static final DataSize MOST_KEPT = DataSize.ofKilobytes(64);

    public HttpSettings {
        allowed = List.copyOf(allowed);
        networks = List.copyOf(networks);
        if (answer.compareTo(MOST_KEPT) > 0) {
            throw new IllegalArgumentException("acso.http.answer is at most 64KB, for it is kept with the effect");
        }
        AllowedHosts.of(allowed);
        Addresses.of(networks);
    }
}
