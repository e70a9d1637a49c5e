package io.acso.edge.api.rest;

import io.acso.platform.content.ContentSnapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the platform is, at a glance. */
@RestController
final class StatusController {

    private final HealthEndpoint health;
    private final AgentsController agents;
    private final QueuesController queues;
    private final ContentSnapshot content;
    private final Instant started;

    StatusController(
            HealthEndpoint health,
            AgentsController agents,
            QueuesController queues,
            ContentSnapshot content,
            InstantSource clock) {
        this.health = health;
        this.agents = agents;
        this.queues = queues;
        this.content = content;
        this.started = clock.instant();
    }

    @GetMapping("/api/v1/status")
    StatusBody status() {
        String version = StatusController.class.getPackage().getImplementationVersion();
        return new StatusBody(
                Objects.requireNonNullElse(version, "unreleased"),
                started,
                health.health().getStatus().getCode(),
                content.hash().hex(),
                agents.list(),
                queues.list());
    }

    record StatusBody(
            String version,
            Instant started,
            String health,
            String content,
            List<AgentsController.AgentBody> agents,
            List<QueuesController.QueueBody> queues) {}
}
