package io.acso.edge.connector.webhook;

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
import io.acso.edge.connector.webhook.WebhookSettings.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class WebhookActuatorContractTest extends ActuatorContract {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private Delivery delivery;

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(post("/hook").willReturn(ok()));
        delivery = new Delivery(settings(Map.of()), CLOCK);
    }

    @AfterEach
    void stop() {
        delivery.close();
        server.stop();
    }

    private static WebhookSettings settings(Map<String, Endpoint> endpoints) {
        return new WebhookSettings(endpoints, Duration.ofSeconds(20));
    }

    @Override
    protected Actuator actuator() {
        Endpoint endpoint = new Endpoint(URI.create(server.baseUrl() + "/hook"), SECRET);
        return new WebhookActuator(settings(Map.of("soc", endpoint)), delivery, CLOCK);
    }

    @Override
    protected Actuator unset() {
        return new WebhookActuator(settings(Map.of()), delivery, CLOCK);
    }

    @Override
    protected Action good() {
        return new Action(WebhookActuator.KIND, new Target("webhook", "acso", "soc"), Map.of("body", "{}"));
    }

    @Override
    protected int reached() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }
}
