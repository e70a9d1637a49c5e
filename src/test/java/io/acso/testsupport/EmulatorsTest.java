package io.acso.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class EmulatorsTest {

    @Test
    void moto_answers_and_is_started_once() throws Exception {
        URI moto = Emulators.moto();
        assertThat(Emulators.moto()).isEqualTo(moto);
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(moto.resolve("/moto-api/data.json")).build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }
}
