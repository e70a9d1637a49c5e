package io.acso.edge.api.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Encryption of the API and the console on the way. On a loopback address there is none unless it is set; every other
 * address takes TLS 1.3, with a certificate that the platform makes itself when none is set.
 *
 * @param certificate file with the server's certificate and those between it and its root, in PEM
 * @param privateKey file with its private key, in PEM (PKCS 8), for its owner alone to read
 */
@ConfigurationProperties("acso.tls")
public record TlsSettings(@Nullable Path certificate, @Nullable Path privateKey) {

    public TlsSettings {
        if ((certificate == null) != (privateKey == null)) {
            throw new IllegalArgumentException("acso.tls.certificate and acso.tls.private-key go together: set both");
        }
    }
}
