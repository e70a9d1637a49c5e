package io.acso.edge.api.rest;

import io.acso.agent.threathunter.EventFeeds;
import io.acso.edge.api.access.Permitted;
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
    private final EventFeeds feeds;
    private final Instant started;

    StatusController(
            HealthEndpoint health,
            AgentsController agents,
            QueuesController queues,
            ContentSnapshot content,
            EventFeeds feeds,
            InstantSource clock) {
        this.health = health;
        this.agents = agents;
        this.queues = queues;
        this.content = content;
        this.feeds = feeds;
        this.started = clock.instant();
    }

    /** Version, health, and whether detection has caught up. */
    @GetMapping("/api/v1/status")
    @Permitted("status.read")
    StatusBody status() {
        String version = StatusController.class.getPackage().getImplementationVersion();
        return new StatusBody(
                Objects.requireNonNullElse(version, "unreleased"),
                started,
                health.health().getStatus().getCode(),
                content.hash().hex(),
                feeds.caughtUp(),
                agents.list(),
                queues.list());
    }

    /** {@code detectionCaughtUp}: every event that was acknowledged by now has been looked at. */
    record StatusBody(
            String version,
            Instant started,
            String health,
            String content,
            boolean detectionCaughtUp,
            List<AgentsController.AgentBody> agents,
            List<QueuesController.QueueBody> queues) {}
}
