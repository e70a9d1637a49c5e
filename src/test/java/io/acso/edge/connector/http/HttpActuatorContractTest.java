package io.acso.edge.connector.http;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Target;
import io.acso.edge.connector.ActuatorContract;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.util.unit.DataSize;

class HttpActuatorContractTest extends ActuatorContract {

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private Wire wire;

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(post("/block").willReturn(ok()));
        wire = new Wire(settings(List.of(host())));
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.stop();
    }

    private String host() {
        return "127.0.0.1:" + server.port();
    }

    private static HttpSettings settings(List<String> allowed) {
        return new HttpSettings(
                allowed,
                List.of(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                DataSize.ofKilobytes(1),
                DataSize.ofKilobytes(1));
    }

    private Actuator with(List<String> allowed) {
        return new HttpActuator(settings(allowed), wire, name -> Optional.empty(), CLOCK);
    }

    @Override
    protected Actuator actuator() {
        return with(List.of(host()));
    }

    @Override
    protected Actuator unset() {
        return with(List.of());
    }

    @Override
    protected Action good() {
        return new Action(
                "http.request",
                new Target("http:api", host(), "http://" + host()),
                Map.of("method", "POST", "path", "/block"));
    }

    @Override
    protected int reached() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }
}
