package io.acso.edge.connector.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where a playbook's commands may run over SSH. With the defaults nowhere.
 *
 * @param hosts as {@code host:port}, or {@code host} for port 22; none by default
 * @param knownHosts file with the hosts' keys, as {@code ssh-keyscan -H host} prints them; null lets no host in
 * @param connectTimeout how long connecting, and then signing in, may take
 * @param timeout how long a command may take where its step says nothing
 * @param output how much is kept of what a command writes, of each stream
 */
@ConfigurationProperties("acso.ssh")
public record SshSettings(
        @DefaultValue List<String> hosts,
        @Nullable Path knownHosts,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("16KB") DataSize output) {

    public SshSettings {
        hosts = hosts.stream().map(host -> SshHost.of(host).toString()).toList();
    }
}
