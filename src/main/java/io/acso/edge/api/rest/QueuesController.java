package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/** What waits for agents, and what was given up. */
@RestController
@RequestMapping("/api/v1/queues")
final class QueuesController {

    private final Durability durability;
    private final Commands commands;

    QueuesController(Durability durability, Commands commands) {
        this.durability = durability;
        this.commands = commands;
    }

    @GetMapping
    List<QueueBody> list() {
        return durability.queues().stream()
                .sorted()
                .map(name -> QueueBody.from(durability.queue(name)))
                .toList();
    }

    @GetMapping("/{name}/dead-letters")
    Paging.Slice<DeadLetterBody> deadLetters(@PathVariable String name, Paging paging) {
        return paging.page(known(name)::deadLetters, DeadLetterBody::from);
    }

    /** Puts a dead letter back into its queue. */
    @PostMapping("/{name}/dead-letters/{messageId}/redrive")
    ResponseEntity<JsonNode> redrive(
            @PathVariable String name,
            @PathVariable String messageId,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        TaskQueue queue = known(name);
        Commands.Command command = new Commands.Command(
                by,
                key,
                "redrive",
                messageId,
                messageId,
                Json.object().put("queue", name).put("message", messageId));
        return commands.before(command).orElseGet(() -> {
            if (!queue.redrive(messageId)) {
                throw Problems.notFound("dead letter", messageId, "/queues/" + name + "/dead-letters");
            }
            return commands.act(command, HttpStatus.OK, null, QueueBody.from(queue), commit -> commit);
        });
    }

    private TaskQueue known(String name) {
        if (!durability.queues().contains(name)) {
            throw Problems.notFound("queue", name, "/queues");
        }
        return durability.queue(name);
    }

    record QueueBody(String name, long ready, long lent, long dead, Duration oldest) {
        static QueueBody from(TaskQueue queue) {
            TaskQueue.Depth depth = queue.depth();
            return new QueueBody(queue.name(), depth.ready(), depth.lent(), depth.dead(), depth.oldest());
        }
    }

    record DeadLetterBody(
            String id, String type, String correlationId, int attempts, String cause, Instant since, JsonNode body) {
        static DeadLetterBody from(DeadLetter letter) {
            return new DeadLetterBody(
                    letter.message().id(),
                    letter.message().type(),
                    letter.message().correlationId(),
                    letter.attempts(),
                    letter.cause(),
                    letter.since(),
                    Json.tree(letter.message().body()));
        }
    }
}
