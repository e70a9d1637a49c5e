package io.acso.edge.api.tls;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Has the server speak TLS 1.3 wherever somebody else could listen. */
public final class SecureServer implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

    private static final String[] PROTOCOLS = {"TLSv1.3"};

    private final @Nullable InetAddress address;
    private final @Nullable ServerKeys keys;
    private final SslBundles bundles;

    /**
     * Makes a certificate when one is needed and none is set.
     *
     * @param address that the server binds to; null for every one
     * @param hosts names that callers may use besides the address
     * @param directory where a certificate of its own is kept
     * @throws TlsRefused when the files that are set cannot be used
     */
    public SecureServer(
            @Nullable InetAddress address,
            List<String> hosts,
            TlsSettings settings,
            Path directory,
            SslBundles bundles,
            InstantSource clock) {
        this.address = address;
        this.bundles = bundles;
        if (settings.certificate() != null && settings.privateKey() != null) {
            this.keys = new ServerKeys(settings.certificate(), settings.privateKey());
            keys.read();
        } else if (address != null && address.isLoopbackAddress()) {
            this.keys = null;
        } else {
            this.keys = new OwnCertificate(directory).holding(names(address, hosts), clock.instant());
        }
    }

    /** What the server proves itself with; empty when it speaks in the clear. */
    public Optional<ServerKeys> keys() {
        return Optional.ofNullable(keys);
    }

    /** Where callers on this machine reach it, without scheme and port. */
    public String host() {
        if (address == null || address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String plain = plain(address);
        return address instanceof Inet6Address ? "[" + plain + "]" : plain;
    }

    /** After the settings of Boot, which would otherwise win. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (keys == null) {
            return;
        }
        Ssl ssl = new Ssl();
        ssl.setCertificate(keys.certificate().toUri().toString());
        ssl.setCertificatePrivateKey(keys.privateKey().toUri().toString());
        ssl.setEnabledProtocols(PROTOCOLS);
        ssl.setProtocol(PROTOCOLS[0]);
        factory.setSsl(ssl);
        factory.setSslBundles(bundles);
    }

    private static TreeSet<String> names(@Nullable InetAddress address, List<String> hosts) {
        TreeSet<String> names = new TreeSet<>(hosts);
        names.add("localhost");
        names.add("127.0.0.1");
        if (address != null && !address.isAnyLocalAddress()) {
            names.add(plain(address));
        }
        return names;
    }

    private static String plain(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
