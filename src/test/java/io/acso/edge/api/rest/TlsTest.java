package io.acso.edge.api.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.assembly.AcsoServer;
import io.acso.domain.kernel.Json;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server that others can reach: what it says on the wire, and how often it lets somebody try. */
@SpringBootTest(classes = AcsoServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TlsTest {

    private static final Path DIRECTORY = RunningPlatform.directory();
    private static final int TRIES = 10;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("acso.data-directory", DIRECTORY::toString);
        settings.add("server.address", () -> "0.0.0.0");
        settings.add("acso.limits.signing-in", () -> TRIES);
    }

    @Test
    void speaks_tls_1_3_alone() throws Exception {
        assertThat(get("/", "TLSv1.3")).startsWith("HTTP/1.1 ");
        assertThatThrownBy(() -> get("/", "TLSv1.2")).isInstanceOf(SSLException.class);
        try (Socket plain = new Socket("127.0.0.1", port)) {
            plain.setSoTimeout(20_000);
            plain.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
            assertThat(new String(plain.getInputStream().readAllBytes(), UTF_8))
                    .doesNotContain("HTTP/1.1 2", "HTTP/1.1 3");
        }
    }

    @Test
    void browsers_come_back_by_tls_only_and_keep_its_cookies_to_it() throws Exception {
        for (String path : new String[] {"/", "/identity/state", "/api/v1/me", "/nothing", "/oauth2/jwks"}) {
            assertThat(get(path, "TLSv1.3")).as(path).contains("Strict-Transport-Security: max-age=63072000");
        }
        String token = Files.readString(DIRECTORY.resolve("setup-token")).strip();
        String welcome = post(
                "/identity/setup",
                Map.of("token", token, "username", "first", "password", "twelve words or rather more"));
        assertThat(welcome)
                .startsWith("HTTP/1.1 200")
                .as("the second factor is still to come")
                .contains("\"next\":\"enrol\"")
                .containsPattern("Set-Cookie: __Host-acso=[^;]+; Path=/; Max-Age=\\d+; Expires=[^;]+; Secure; HttpOnly;"
                        + " SameSite=Strict");
        assertThat(post(
                        "/identity/setup",
                        Map.of("token", token, "username", "second", "password", "other words, many")))
                .as("used up")
                .startsWith("HTTP/1.1 400");
        assertThat(DIRECTORY.resolve("setup-token")).doesNotExist();
        assertThat(get("/identity/state", "TLSv1.3")).contains("\"setupNeeded\":false");
    }

    /** Last, for nobody can sign in after it for a while. */
    @Test
    @Order(Integer.MAX_VALUE)
    void an_address_has_only_so_many_tries() throws Exception {
        String last = "";
        for (int i = 0; i < 20 * TRIES && !last.startsWith("HTTP/1.1 429"); i++) {
            last = post("/identity/invitation", Map.of("token", "guess" + i));
        }
        assertThat(last).startsWith("HTTP/1.1 429").contains("acso.limits.signing-in", "Retry-After", "nosniff");
        assertThat(get("/identity/state", "TLSv1.3")).as("looking is free").startsWith("HTTP/1.1 200");
        assertThat(post("/identity/presence", Map.of())).as("so is being there").startsWith("HTTP/1.1 401");
        assertThat(get("/oauth2/authorization/issuer", "TLSv1.3"))
                .as("the way to an issuer is none around it")
                .startsWith("HTTP/1.1 429");
    }

    private String get(String path, String protocol) throws Exception {
        return ask("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n", protocol);
    }

    private String post(String path, Map<String, Object> body) throws Exception {
        String text = Json.text(body);
        return ask(
                "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + text.length() + "\r\nConnection: close\r\n\r\n" + text,
                "TLSv1.3");
    }

    private String ask(String request, String protocol) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.setEnabledProtocols(new String[] {protocol});
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** The certificate that the server made for itself, and no other. */
    private static SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        byte[] pem = Files.readAllBytes(DIRECTORY.resolve("tls").resolve("certificate.pem"));
        store.setCertificateEntry(
                "own", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
