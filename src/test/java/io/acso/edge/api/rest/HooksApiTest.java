package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.acso.platform.secrets.embedded.SecretFile;
import io.acso.testsupport.CloudTrailRecords;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Webhooks in: only what a listed source signed is taken. */
class HooksApiTest extends ApiSuite {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    private final String event = new CloudTrailRecords(Instant.now())
            .call(
                    CloudTrailRecords.user("mallory-" + UUID.randomUUID(), "AKIAIOSFODNN7EXAMPLE", "198.51.100.7"),
                    "s3",
                    "ListBuckets")
            .ndjson();

    @Autowired
    SecretFile secrets;

    @BeforeEach
    void keep() {
        if (secrets.list().stream().noneMatch(kept -> kept.name().equals("hook"))) {
            secrets.set("hook", SECRET);
        }
    }

    static void settings(DynamicPropertyRegistry settings) {
        for (String scheme : new String[] {"standard", "github", "hmac"}) {
            settings.add("acso.hooks.sources." + scheme + ".scheme", () -> scheme);
            settings.add("acso.hooks.sources." + scheme + ".secret", () -> "hook");
        }
        settings.add("acso.hooks.sources.unkept.scheme", () -> "github");
        settings.add("acso.hooks.sources.unkept.secret", () -> "nobody-kept-it");
    }

    @Test
    void what_a_source_signed_is_taken_once_by_any_scheme() {
        assertThat(json(send("standard", standard(Instant.now(), event)))
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(send("standard", standard(Instant.now(), event)))
                        .path("duplicates")
                        .asInt())
                .isEqualTo(1);
        assertThat(send(
                                "github",
                                hub(
                                        "X-Hub-Signature-256",
                                        "sha256=" + HexFormat.of().formatHex(hmac(event))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("hmac", hub("X-Signature", Base64.getEncoder().encodeToString(hmac(event))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anything_else_is_refused_alike() {
        String stranger = refused("nobody", standard(Instant.now(), event));
        assertThat(refused("standard", standard(Instant.now(), event + " "))).isEqualTo(stranger);
        assertThat(refused("standard", standard(Instant.now().minusSeconds(400), event)))
                .as("signed too long ago")
                .isEqualTo(stranger);
        assertThat(refused("standard", standard(Instant.now().plusSeconds(400), event)))
                .as("signed in time to come")
                .isEqualTo(stranger);
        UnaryOperator<HttpRequest.Builder> moved =
                to -> standard(Instant.now(), event).apply(to).setHeader("webhook-id", "msg_2");
        assertThat(refused("standard", moved)).as("under another id").isEqualTo(stranger);
        assertThat(refused("github", hub("X-Hub-Signature-256", "sha256=00"))).isEqualTo(stranger);
        assertThat(refused("github", to -> to)).isEqualTo(stranger);
        String signed = "sha256=" + HexFormat.of().formatHex(hmac(event));
        assertThat(refused("unkept", hub("X-Hub-Signature-256", signed))).isEqualTo(stranger);
    }

    @Test
    void a_long_body_is_refused_before_it_is_read_whole() {
        HttpRequest.Builder request =
                platform.nobodyTo("/api/v1/hooks/github").POST(ofString("x".repeat((1 << 20) + 1)));
        assertThat(platform.send(request).statusCode()).isEqualTo(413);
    }

    private String refused(String name, UnaryOperator<HttpRequest.Builder> signing) {
        HttpResponse<String> answer = send(name, signing);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:acso:problem:not-verified");
        return answer.body().replace("/" + name, "/");
    }

    private HttpResponse<String> send(String name, UnaryOperator<HttpRequest.Builder> signing) {
        return platform.send(
                signing.apply(platform.nobodyTo("/api/v1/hooks/" + name).POST(ofString(event))));
    }

    private UnaryOperator<HttpRequest.Builder> standard(Instant at, String body) {
        long seconds = at.getEpochSecond();
        String signature;
        try {
            signature = new Webhook(SECRET).sign("msg_1", seconds, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
        return to -> to.header("webhook-id", "msg_1")
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", "v1,other " + signature);
    }

    private static UnaryOperator<HttpRequest.Builder> hub(String header, String signature) {
        return to -> to.header(header, signature);
    }

    private static byte[] hmac(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
