package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published description of the API. */
class OpenApiTest extends ApiSuite {

    @Test
    void dump() throws IOException {
        HttpResponse<String> answer = platform.get("/api/openapi.json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Files.writeString(Path.of("/tmp/openapi.json"), answer.body());
    }
}
