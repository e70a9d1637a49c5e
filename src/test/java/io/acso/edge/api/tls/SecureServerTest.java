package io.acso.edge.api.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** Where the server speaks in the clear, and with what it proves itself elsewhere. */
class SecureServerTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:15:30Z");
    private static final TlsSettings UNSET = new TlsSettings(null, null);

    @TempDir
    Path directory;

    @Test
    void loopback_may_speak_in_the_clear_and_nothing_else_may() throws IOException {
        assertThat(server("127.0.0.1", NOW).keys()).isEmpty();
        assertThat(server("127.0.0.1", NOW).url(7443)).hasToString("http://127.0.0.1:7443");
        assertThat(server("192.0.2.7", NOW).url(7443)).hasToString("https://192.0.2.7:7443");
        assertThat(server("0.0.0.0", NOW).url(7443)).hasToString("https://127.0.0.1:7443");
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
        server("192.0.2.7", NOW).customize(factory);
        assertThat(factory.getSsl().getEnabledProtocols()).containsExactly("TLSv1.3");
    }

    @Test
    void its_own_certificate_holds_for_its_names_and_is_kept_until_it_is_about_to_end() throws Exception {
        ServerKeys first = server("192.0.2.7", NOW).keys().orElseThrow();
        X509Certificate certificate = first.read();
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectAlternativeNames().toString())
                .contains("192.0.2.7", "localhost", "acso.example");
        assertThat(Files.getPosixFilePermissions(first.privateKey()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        String fingerprint = first.fingerprint();
        assertThat(fingerprint).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(again(NOW.plus(Duration.ofDays(300)))).isEqualTo(fingerprint);
        assertThat(again(NOW.plus(Duration.ofDays(380)))).isNotEqualTo(fingerprint);
    }

    @Test
    void another_name_takes_another_certificate() throws IOException {
        String fingerprint = again(NOW);
        assertThat(server("192.0.2.8", NOW).keys().map(ServerKeys::fingerprint)).isNotEqualTo(Optional.of(fingerprint));
    }

    @Test
    void files_that_are_no_certificate_stop_the_start_by_name() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.pem"), "nothing");
        TlsSettings settings = new TlsSettings(file, file);
        assertThatThrownBy(() -> new SecureServer(
                        InetAddress.getByName("127.0.0.1"),
                        List.of(),
                        settings,
                        directory,
                        new DefaultSslBundleRegistry(),
                        () -> NOW))
                .isInstanceOf(TlsRefused.class)
                .hasMessageContainingAll(file.toString(), "acso.tls.certificate");
    }

    private String again(Instant now) throws IOException {
        return server("192.0.2.7", now).keys().orElseThrow().fingerprint();
    }

    private SecureServer server(String address, Instant now) throws IOException {
        return new SecureServer(
                InetAddress.getByName(address),
                List.of("acso.example"),
                UNSET,
                directory.resolve("tls"),
                new DefaultSslBundleRegistry(),
                () -> now);
    }
}
