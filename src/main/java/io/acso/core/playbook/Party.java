package io.acso.core.playbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agent or target of CACAO (§7).
 *
 * @param type of CACAO's vocabulary, {@code security-category} for an agent of ours
 * @param address what it is reached by, of each type of network address; may refer to variables
 * @param port empty where the document says none
 * @param authentication id of an authentication definition
 * @param members ids of the targets that a group stands for
 */
public record Party(
        String id,
        String type,
        String name,
        Map<String, List<String>> address,
        String port,
        @Nullable String authentication,
        List<String> members) {

    private static final List<String> HOSTS = List.of("dname", "ipv4", "ipv6");

    /** The address to name the host by: its name before its numbers. */
    Optional<String> host() {
        return HOSTS.stream()
                .flatMap(kind -> address.getOrDefault(kind, List.of()).stream()
                        .limit(1)
                        .map(host -> kind.equals("ipv6") && !host.startsWith("[") ? "[" + host + "]" : host))
                .findFirst();
    }

    Optional<String> url() {
        return address.getOrDefault("url", List.of()).stream().findFirst();
    }
}
