package io.acso.edge.api.rest;

import io.acso.assembly.AcsoServer;
import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Durability;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** One server over real HTTP on the embedded adapters, shared by all tests of the API. */
@SpringBootTest(
        classes = {AcsoServer.class, RunningPlatform.Parts.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ApiSuite {

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("acso.data-directory", RunningPlatform.DIRECTORY::toString);
        settings.add("acso.limits.signing-in", () -> "100000");
        settings.add("acso.http.allowed", () -> "127.0.0.1:9," + Firewall.SHARED.authority());
        settings.add("acso.events.largest-body", () -> "1MB");
        settings.add("acso.webhooks.networks", () -> "127.0.0.0/8");
        settings.add("acso.webhooks.retries", () -> "100ms,100ms");
        settings.add("acso.hooks.largest-body", () -> "1MB");
        HooksApiTest.settings(settings);
    }

    @LocalServerPort
    int port;

    @Autowired
    Durability durability;

    RunningPlatform platform;

    @BeforeEach
    void reach() {
        platform = new RunningPlatform(port);
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.tree(response.body());
    }
}
