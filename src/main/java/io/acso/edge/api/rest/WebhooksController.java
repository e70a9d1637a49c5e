package io.acso.edge.api.rest;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.edge.webhook.Destination;
import io.acso.edge.webhook.Webhook;
import io.acso.edge.webhook.WebhookRecords;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions of other systems to what changes here. */
@RestController
@RequestMapping("/api/v1/webhooks")
final class WebhooksController {

    private static final String PATH = "/api/v1/webhooks/";
    private static final int SECRET_BYTES = 32;
    private static final int MOST_KINDS = 100;
    private static final int LONGEST = 500;

    private final WebhookRecords webhooks;
    private final Destination destination;
    private final Commands commands;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    WebhooksController(WebhookRecords webhooks, Destination destination, Commands commands, InstantSource clock) {
        this.webhooks = webhooks;
        this.destination = destination;
        this.commands = commands;
        this.clock = clock;
    }

    /** All webhooks; their secrets do not show. */
    @GetMapping
    @Permitted("webhook.read")
    List<WebhookBody> list() {
        return webhooks.all().stream().map(WebhookBody::from).toList();
    }

    /** One webhook. */
    @GetMapping("/{id}")
    @Permitted("webhook.read")
    @Answers(value = WebhookBody.class, status = 200, versioned = true)
    ResponseEntity<WebhookBody> show(@PathVariable String id) {
        WebhookRecords.Held held = held(id);
        return ResponseEntity.ok().eTag(Conditional.etag(held.item())).body(WebhookBody.from(held.webhook()));
    }

    /** Subscribes. The secret is made here unless one is given, and shown in this answer only. */
    @PostMapping
    @Permitted("webhook.manage")
    @Answers(value = NewSecret.class, status = 201)
    ResponseEntity<JsonNode> subscribe(
            @RequestBody NewWebhook wish,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        String id =
                Digest.id("whk", by.toString(), key == null ? UUID.randomUUID().toString() : key);
        Commands.Command command = new Commands.Command(by, key, "SubscribeWebhook", id, id, wish.told());
        return commands.before(command).orElseGet(() -> {
            if (webhooks.all().size() >= WebhookRecords.MOST) {
                throw Problems.conflict("too-many", "there are " + WebhookRecords.MOST + " webhooks: delete one first");
            }
            String secret = wish.secret() == null ? secret() : wish.secret();
            Webhook made = valid(() -> Webhook.subscribe(
                    id,
                    destination.checked(wish.url()),
                    kinds(wish.kinds()),
                    text(wish.description()),
                    secret,
                    by,
                    clock.instant()));
            NewSecret body = new NewSecret(WebhookBody.from(made), secret);
            return commands.act(command, HttpStatus.CREATED, PATH + id, body, commit -> commit.add(webhooks.add(made)));
        });
    }

    /** Changes where it goes, what it tells, or whether it is paused. */
    @PutMapping("/{id}")
    @Permitted("webhook.manage")
    @Answers(value = WebhookBody.class, status = 200)
    ResponseEntity<JsonNode> change(
            @PathVariable String id,
            @RequestBody WebhookWish wish,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Principal by) {
        Commands.Command command = new Commands.Command(by, key, "ChangeWebhook", id, id, Json.objectOf(wish));
        return commands.before(command).orElseGet(() -> {
            WebhookRecords.Held held = held(id);
            Conditional.require(ifMatch, held.item(), "webhook");
            String paused = Boolean.TRUE.equals(wish.paused()) ? "paused by " + by : null;
            Webhook changed = valid(() -> held.webhook()
                    .changed(destination.checked(wish.url()), kinds(wish.kinds()), text(wish.description()), paused));
            return commands.act(
                    command, HttpStatus.OK, null, WebhookBody.from(changed), commit -> commit.add(held.put(changed)));
        });
    }

    /** Makes a new secret. The one before signs too for 24 hours. */
    @PostMapping("/{id}/secret")
    @Permitted("webhook.manage")
    @Answers(value = NewSecret.class, status = 200)
    ResponseEntity<JsonNode> rekey(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        Commands.Command command = new Commands.Command(by, key, "RekeyWebhook", id, id, Json.object());
        return commands.before(command).orElseGet(() -> {
            WebhookRecords.Held held = held(id);
            String secret = secret();
            Webhook changed = held.webhook().rekeyed(secret, clock.instant());
            NewSecret body = new NewSecret(WebhookBody.from(changed), secret);
            return commands.act(command, HttpStatus.OK, null, body, commit -> commit.add(held.put(changed)));
        });
    }

    /** Unsubscribes. What was not sent yet is not sent. */
    @DeleteMapping("/{id}")
    @Permitted("webhook.manage")
    @Answers(value = Deleted.class, status = 200)
    ResponseEntity<JsonNode> delete(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Principal by) {
        Commands.Command command = new Commands.Command(by, key, "DeleteWebhook", id, id, Json.object());
        return commands.before(command).orElseGet(() -> {
            WebhookRecords.Held held = held(id);
            Conditional.require(ifMatch, held.item(), "webhook");
            return commands.act(
                    command, HttpStatus.OK, null, new Deleted(id), commit -> commit.add(webhooks.remove(held)));
        });
    }

    private WebhookRecords.Held held(String id) {
        return webhooks.find(id).orElseThrow(() -> Problems.notFound("webhook", id, "/webhooks"));
    }

    private static List<String> kinds(@Nullable List<String> kinds) {
        List<String> given = Objects.requireNonNullElse(kinds, List.of());
        if (given.size() > MOST_KINDS || given.stream().anyMatch(kind -> !kind.matches("[A-Za-z]{1,80}"))) {
            throw new IllegalArgumentException(
                    "kinds holds " + MOST_KINDS + " names at the most, such as IncidentOpened; leave it out for all");
        }
        return given;
    }

    private static String text(@Nullable String description) {
        String given = Objects.requireNonNullElse(description, "");
        if (given.length() > LONGEST) {
            throw new IllegalArgumentException("description has " + LONGEST + " characters at the most");
        }
        return given;
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    private static Webhook valid(Supplier<Webhook> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException wrong) {
            throw Problems.badRequest("bad-webhook", String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * @param kinds of change that are told; all when there are none
     * @param secret base64 of 24 bytes or more, with or without {@code whsec_}; made when it is left out
     */
    record NewWebhook(
            String url,
            @Nullable List<String> kinds,
            @Nullable String description,
            @Nullable String secret) {
        NewWebhook {
            Objects.requireNonNull(url, "url");
        }

        /** What may be remembered of it: anything but the secret. */
        ObjectNode told() {
            return Json.objectOf(new WebhookWish(url, kinds, description, null));
        }

        @Override
        public String toString() {
            return "NewWebhook[" + url + "]";
        }
    }

    /** All that can be changed of a webhook; what is left out is as if new. */
    record WebhookWish(
            String url,
            @Nullable List<String> kinds,
            @Nullable String description,
            @Nullable Boolean paused) {
        WebhookWish {
            Objects.requireNonNull(url, "url");
        }
    }

    record Deleted(String deleted) {}

    /** {@code secret}: to verify what is sent with; it shows here only. */
    record NewSecret(WebhookBody webhook, String secret) {
        @Override
        public String toString() {
            return "NewSecret[" + webhook.id() + "]";
        }
    }

    /** @param paused why nothing is sent now; absent when it is */
    record WebhookBody(
            String id,
            URI url,
            List<String> kinds,
            String description,
            @Nullable String paused,
            Principal by,
            Instant created) {
        static WebhookBody from(Webhook webhook) {
            return new WebhookBody(
                    webhook.id(),
                    webhook.url(),
                    webhook.kinds(),
                    webhook.description(),
                    webhook.paused(),
                    webhook.by(),
                    webhook.created());
        }
    }
}
