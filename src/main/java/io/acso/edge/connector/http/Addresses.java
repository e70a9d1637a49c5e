package io.acso.edge.connector.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Looks names up and lets only addresses through that a listed host may have, so that no name, whoever controls it,
 * leads into this network or to a cloud's metadata service. The client connects to exactly these addresses.
 */
final class Addresses implements DnsResolver {

    /** Not on the internet, beyond what counts as internal: shared, reserved, documentation, multicast, tunnelled. */
    private static final List<String> NOWHERE = List.of(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "64:ff9b::/96",
            "2001::/32",
            "2001:db8::/32",
            "2002::/16",
            "ff00::/8");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final InetAddressMatcher external =
            InetAddressMatchers.matchExternal().excludeAddresses(NOWHERE).build();
    private final InetAddressMatcher listed;
    private final DnsResolver names;

    private Addresses(InetAddressMatcher listed, DnsResolver names) {
        this.listed = listed;
        this.names = names;
    }

    /** @throws IllegalArgumentException when one is no network */
    static Addresses of(List<String> networks) {
        return of(networks, SystemDefaultDnsResolver.INSTANCE);
    }

    static Addresses of(List<String> networks, DnsResolver names) {
        try {
            return new Addresses(
                    networks.isEmpty()
                            ? address -> false
                            : InetAddressMatchers.builder()
                                    .includeAddresses(networks)
                                    .build(),
                    names);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "acso.http.networks holds networks such as 10.20.0.0/16, not " + networks, e);
        }
    }

    /** Whether the name can only mean this machine. */
    static boolean loopback(String host) {
        return LOOPBACK.contains(host);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        InetAddress[] let = Arrays.stream(all).filter(one -> lets(host, one)).toArray(InetAddress[]::new);
        if (let.length == 0) {
            throw new Closed(host + " leads to " + Arrays.toString(all)
                    + ", which is not on the internet: if it is meant, list its network in acso.http.networks");
        }
        return let;
    }

    /** An address that is written out was listed as such. */
    private boolean lets(String host, InetAddress address) {
        return loopback(host)
                ? address.isLoopbackAddress()
                : literal(host) || external.matches(address) || listed.matches(address);
    }

    private static boolean literal(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The name leads where nothing may be sent. */
    static final class Closed extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Closed(String message) {
            super(message);
        }
    }
}
