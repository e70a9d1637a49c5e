package io.acso.edge.connector.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Looks names up and lets only addresses on the internet through, and those of networks that are listed, so that no
 * name, whoever controls it, leads into this network, to this machine or to a cloud's metadata service.
 */
public final class OpenAddresses implements DnsResolver {

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
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/32",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "fec0::/10",
            "ff00::/8");

    private final InetAddressMatcher external =
            InetAddressMatchers.matchExternal().excludeAddresses(NOWHERE).build();
    private final InetAddressMatcher listed;
    private final DnsResolver names;
    private final String setting;

    private OpenAddresses(InetAddressMatcher listed, DnsResolver names, String setting) {
        this.listed = listed;
        this.names = names;
        this.setting = setting;
    }

    /**
     * By this machine's way of looking names up.
     *
     * @param networks beside the internet, such as {@code 10.20.0.0/16}
     * @param setting that lists them, for messages
     * @throws IllegalArgumentException when one is no network
     */
    public static OpenAddresses of(List<String> networks, String setting) {
        return of(networks, setting, SystemDefaultDnsResolver.INSTANCE);
    }

    /** @param names looks names up */
    public static OpenAddresses of(List<String> networks, String setting, DnsResolver names) {
        try {
            InetAddressMatcher listed = networks.isEmpty()
                    ? address -> false
                    : InetAddressMatchers.builder().includeAddresses(networks).build();
            return new OpenAddresses(listed, names, setting);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(setting + " holds networks such as 10.20.0.0/16, not " + networks, e);
        }
    }

    /** @throws Closed when none of the name's addresses is open */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        InetAddress[] open = Arrays.stream(all).filter(this::open).toArray(InetAddress[]::new);
        if (open.length == 0) {
            throw new Closed(host + " leads to " + Arrays.toString(all)
                    + ", which is not on the internet: if it is meant, list its network in " + setting);
        }
        return open;
    }

    private boolean open(InetAddress address) {
        return external.matches(address) || listed.matches(address);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The name leads where nothing may be sent. */
    public static final class Closed extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Closed(String message) {
            super(message);
        }
    }
}
