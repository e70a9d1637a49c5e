package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.edge.webhook.Delivery;
import io.acso.edge.webhook.Webhook;
import io.acso.edge.webhook.WebhookRecords;
import io.acso.platform.durability.Commit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What was sent to one webhook, and sending it again. */
@RestController
@RequestMapping("/api/v1/webhooks/{id}")
final class WebhookDeliveriesController {

    private final WebhookRecords webhooks;
    private final Commands commands;
    private final InstantSource clock;

    WebhookDeliveriesController(WebhookRecords webhooks, Commands commands, InstantSource clock) {
        this.webhooks = webhooks;
        this.commands = commands;
        this.clock = clock;
    }

    /** Sends a delivery of kind {@code Ping}, to see whether it arrives. */
    @PostMapping("/ping")
    @Permitted("webhook.manage")
    @Answers(Sent.class)
    ResponseEntity<JsonNode> ping(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        Commands.Command command = new Commands.Command(by, key, "PingWebhook", id, id, Json.object());
        return commands.before(command).orElseGet(() -> {
            Instant now = clock.instant();
            Webhook webhook = webhooks.find(id)
                    .map(WebhookRecords.Held::webhook)
                    .orElseThrow(() -> Problems.notFound("webhook", id, "/webhooks"));
            if (webhook.paused() != null) {
                throw Problems.conflict("paused", "nothing is sent to it (" + webhook.paused() + "): go on with it");
            }
            WebhookRecords.Told told = webhooks.tell(webhook, "Ping", id, now, Map.of("by", by.toString()), now);
            return sent(command, told.delivery().id(), told.operations());
        });
    }

    /** What was told to it lately, the newest first. */
    @GetMapping("/deliveries")
    @Permitted("webhook.read")
    Paging.Slice<Delivery> deliveries(@PathVariable String id, Paging paging) {
        return paging.page((limit, cursor) -> webhooks.deliveries(id, limit, cursor), delivery -> delivery);
    }

    /** One delivery, with each attempt to send it. */
    @GetMapping("/deliveries/{delivery}")
    @Permitted("webhook.read")
    Delivery delivery(@PathVariable String id, @PathVariable String delivery) {
        return webhooks.delivery(id, delivery).orElseThrow(() -> noDelivery(id, delivery));
    }

    /** Sends it once more, the same body under the same {@code webhook-id}. */
    @PostMapping("/deliveries/{delivery}/replay")
    @Permitted("webhook.manage")
    @Answers(Sent.class)
    ResponseEntity<JsonNode> replay(
            @PathVariable String id,
            @PathVariable String delivery,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        Commands.Command command = new Commands.Command(
                by, key, "ReplayDelivery", delivery, id, Json.object().put("webhook", id));
        return commands.before(command)
                .orElseGet(() -> sent(
                        command,
                        delivery,
                        webhooks.replay(id, delivery, UUID.randomUUID().toString(), clock.instant())
                                .orElseThrow(() -> noDelivery(id, delivery))));
    }

    private ResponseEntity<JsonNode> sent(
            Commands.Command command, String delivery, List<? extends Commit.Operation> operations) {
        String location = "/api/v1/webhooks/" + command.correlationId() + "/deliveries/" + delivery;
        return commands.act(
                command,
                HttpStatus.ACCEPTED,
                location,
                new Sent(delivery, location),
                commit -> commit.addAll(operations));
    }

    private static RuntimeException noDelivery(String webhook, String delivery) {
        return Problems.notFound("delivery", delivery, "/webhooks/" + webhook + "/deliveries");
    }

    /** It is in the queue; {@code location} says what becomes of it. */
    record Sent(String delivery, String location) {}
}
