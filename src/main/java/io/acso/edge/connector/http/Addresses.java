package io.acso.edge.connector.http;

import io.acso.edge.connector.network.OpenAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Lets a listed host have open addresses, and its own when it is this machine or written out as an address. */
final class Addresses implements DnsResolver {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final OpenAddresses open;
    private final DnsResolver names;

    private Addresses(OpenAddresses open, DnsResolver names) {
        this.open = open;
        this.names = names;
    }

    /** @throws IllegalArgumentException when one is no network */
    static Addresses of(List<String> networks) {
        return of(networks, SystemDefaultDnsResolver.INSTANCE);
    }

    static Addresses of(List<String> networks, DnsResolver names) {
        return new Addresses(OpenAddresses.of(networks, "acso.http.networks", names), names);
    }

    /** Whether the name can only mean this machine. */
    static boolean loopback(String host) {
        return LOOPBACK.contains(host);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (!loopback(host)) {
            // An address that is written out was listed as such.
            return literal(host) ? names.resolve(host) : open.resolve(host);
        }
        InetAddress[] own = Arrays.stream(names.resolve(host))
                .filter(InetAddress::isLoopbackAddress)
                .toArray(InetAddress[]::new);
        return own.length == 0 ? open.resolve(host) : own;
    }

    private static boolean literal(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
