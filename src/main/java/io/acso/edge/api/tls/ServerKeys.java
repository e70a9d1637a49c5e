package io.acso.edge.api.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * What the server proves itself with.
 *
 * @param certificate file in PEM, the server's own first
 * @param privateKey file in PEM
 */
public record ServerKeys(Path certificate, Path privateKey) {

    /** SHA-256 of the certificate, as browsers show it: {@code AB:CD:…}. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(read().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws TlsRefused when the file holds no certificate */
    X509Certificate read() {
        try (InputStream pem = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsRefused(
                    "the certificate " + certificate + " cannot be read (" + e.getMessage()
                            + "): name a PEM file in acso.tls.certificate, or leave it out to have one made",
                    e);
        }
    }
}
