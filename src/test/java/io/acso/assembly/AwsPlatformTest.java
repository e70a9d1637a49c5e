package io.acso.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.domain.kernel.Json;
import io.acso.edge.cli.Platform;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import io.acso.platform.journal.aws.StreamFixture;
import io.acso.testsupport.AwsEmulators;
import io.acso.testsupport.Emulators;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

/** The same main job with its state on AWS: a server on emulators takes events in and gets to an incident. */
class AwsPlatformTest {

    private final AwsSettings aws =
            AwsEmulators.settings().with("kinesis", Emulators.kinesis()).with("s3", Emulators.s3());
    private final String name = new StreamFixture(new AwsClients(aws), 2).name();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void events_become_an_incident() throws Exception {
        new AwsClients(aws)
                .build(S3Client.SERVICE_NAME, S3Client.builder().forcePathStyle(true))
                .createBucket(request -> request.bucket(name).objectLockEnabledForBucket(true));
        try (Platform.Running server = new ServerPlatform().start(directory, 0, false, settings())) {
            JsonNode receipt = json(send(to(server, "/api/v1/events").POST(BodyPublishers.ofByteArray(attack()))));
            assertThat(receipt.path("accepted").asInt()).isPositive();
            JsonNode again = json(send(to(server, "/api/v1/events").POST(BodyPublishers.ofByteArray(attack()))));
            assertThat(again.path("duplicates").asInt())
                    .isEqualTo(receipt.path("accepted").asInt());
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(
                                    json(send(to(server, "/api/v1/incidents"))).path("items"))
                            .isNotEmpty());
        }
        assertThat(directory.resolve("state")).doesNotExist();
        assertThat(directory.resolve("journal")).doesNotExist();
        assertThat(directory.resolve("objects")).doesNotExist();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.profiles.active", "aws",
                "acso.aws.credentials", "static",
                "acso.aws.keys.access-key-id", "AKIAACSOLOOPBACKONLY",
                "acso.aws.keys.secret-access-key", "worth-nothing-anywhere",
                "acso.aws.loopback-only", "true",
                "acso.aws.accounts", AwsEmulators.ACCOUNT,
                "acso.aws.endpoint", String.valueOf(aws.endpoint())));
        aws.endpoints().forEach((service, where) -> settings.put("acso.aws.endpoints." + service, where.toString()));
        settings.putAll(Map.of(
                "acso.durability.aws.table",
                name,
                "acso.durability.aws.create",
                "true",
                "acso.durability.aws.queue-prefix",
                name.substring(0, 12) + "-",
                "acso.journal.aws.stream",
                name,
                "acso.journal.aws.index-table",
                name + "-index",
                "acso.objects.aws.bucket",
                name,
                "acso.crypto.provider",
                "embedded"));
        return settings;
    }

    private static byte[] attack() throws IOException {
        try (InputStream attack = AwsPlatformTest.class.getResourceAsStream("/demo/attack.ndjson")) {
            return attack.readAllBytes();
        }
    }

    private HttpRequest.Builder to(Platform.Running server, String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header(
                        "authorization",
                        "Bearer " + Files.readString(directory.resolve("token")).strip());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body());
    }
}
