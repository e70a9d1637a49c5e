package io.acso.assembly;

import io.acso.edge.api.security.ApiSettings;
import io.acso.edge.api.tls.SecureServer;
import io.acso.edge.api.tls.TlsSettings;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the server speaks on the network. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TlsSettings.class, ApiSettings.class})
class Transport {

    @Bean
    SecureServer secureServer(
            PlatformSettings platform,
            ServerProperties server,
            ApiSettings api,
            TlsSettings tls,
            SslBundles bundles,
            InstantSource clock) {
        return new SecureServer(
                server.getAddress(), api.hosts(), tls, platform.dataDirectory().resolve("tls"), bundles, clock);
    }
}
