package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What waits for agents, and what was given up. */
@RestController
@RequestMapping("/api/v1/queues")
final class QueuesController {

    /** Dead letters that one request moves at the most: one commit, on any provider. */
    private static final int MOST_AT_ONCE = 40;

    private final Durability durability;
    private final Commands commands;
    private final InstantSource clock;

    QueuesController(Durability durability, Commands commands, InstantSource clock) {
        this.durability = durability;
        this.commands = commands;
        this.clock = clock;
    }

    /** What is done to a dead letter. */
    private enum Deed {
        REDRIVE("RedriveDeadLetter", Commit.Redrive::new),
        PURGE("PurgeDeadLetter", Commit.Purge::new);

        private final String command;
        private final BiFunction<String, String, Commit.Operation> operation;

        Deed(String command, BiFunction<String, String, Commit.Operation> operation) {
            this.command = command;
            this.operation = operation;
        }
    }

    /** Every queue, and how much waits in it. */
    @GetMapping
    @Permitted("queue.read")
    List<QueueBody> list() {
        return durability.queues().stream()
                .sorted()
                .map(name -> QueueBody.from(durability.queue(name)))
                .toList();
    }

    /** One queue. */
    @GetMapping("/{name}")
    @Permitted("queue.read")
    QueueBody show(@PathVariable String name) {
        return QueueBody.from(known(name));
    }

    /** What was given up, the oldest first. */
    @GetMapping("/{name}/dead-letters")
    @Permitted("queue.read")
    Paging.Slice<DeadLetterBody> deadLetters(@PathVariable String name, Paging paging) {
        return paging.page(known(name)::deadLetters, DeadLetterBody::from);
    }

    /** One message that was given up, and why. */
    @GetMapping("/{name}/dead-letters/{messageId}")
    @Permitted("queue.read")
    DeadLetterBody deadLetter(@PathVariable String name, @PathVariable String messageId) {
        return DeadLetterBody.from(dead(known(name), messageId));
    }

    /** Puts a dead letter back into its queue. */
    @PostMapping("/{name}/dead-letters/{messageId}/redrive")
    @Permitted("queue.redrive")
    @Answers(value = Moved.class, status = 200)
    ResponseEntity<JsonNode> redrive(
            @PathVariable String name,
            @PathVariable String messageId,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return one(Deed.REDRIVE, name, messageId, key, by);
    }

    /**
     * Puts back the dead letters that were given up first, 40 at the most. Whoever wants all of them
     * asks again with the answer's {@code before} until none is moved; what dies again meanwhile is not put back twice.
     *
     * @param before only those given up before; without it, before now
     */
    @PostMapping("/{name}/dead-letters/redrive")
    @Permitted("queue.redrive")
    @Answers(value = Moved.class, status = 200)
    ResponseEntity<JsonNode> redriveSome(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return some(Deed.REDRIVE, name, before, key, by);
    }

    /** Deletes a dead letter for good. */
    @DeleteMapping("/{name}/dead-letters/{messageId}")
    @Permitted("queue.discard")
    @Answers(value = Moved.class, status = 200)
    ResponseEntity<JsonNode> purge(
            @PathVariable String name,
            @PathVariable String messageId,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return one(Deed.PURGE, name, messageId, key, by);
    }

    /** Deletes the dead letters that were given up first, 40 at the most. */
    @DeleteMapping("/{name}/dead-letters")
    @Permitted("queue.discard")
    @Answers(value = Moved.class, status = 200)
    ResponseEntity<JsonNode> purgeSome(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return some(Deed.PURGE, name, before, key, by);
    }

    private ResponseEntity<JsonNode> one(Deed deed, String name, String id, @Nullable String key, Principal by) {
        TaskQueue queue = known(name);
        ObjectNode arguments = Json.object().put("queue", name).put("message", id);
        Commands.Command command = new Commands.Command(by, key, deed.command, id, id, arguments);
        return commands.before(command)
                .orElseGet(() -> act(deed, command, queue, List.of(dead(queue, id)), clock.instant()));
    }

    private ResponseEntity<JsonNode> some(
            Deed deed, String name, @Nullable Instant before, @Nullable String key, Principal by) {
        TaskQueue queue = known(name);
        ObjectNode arguments = Json.object().put("queue", name).put("before", String.valueOf(before));
        Commands.Command command = new Commands.Command(by, key, deed.command + "s", name, name, arguments);
        return commands.before(command).orElseGet(() -> {
            Instant until = before == null ? clock.instant() : before;
            List<DeadLetter> letters = queue.deadLetters(MOST_AT_ONCE, null).items().stream()
                    .filter(letter -> letter.since().isBefore(until))
                    .toList();
            return act(deed, command, queue, letters, until);
        });
    }

    /** The letters' move, who asked and the answer are one commit. */
    private ResponseEntity<JsonNode> act(
            Deed deed, Commands.Command command, TaskQueue queue, List<DeadLetter> letters, Instant before) {
        List<String> ids = letters.stream().map(letter -> letter.message().id()).toList();
        Moved moved = new Moved(queue.name(), ids, before);
        List<Commit.Operation> operations =
                ids.stream().map(id -> deed.operation.apply(queue.name(), id)).toList();
        return commands.act(command, HttpStatus.OK, null, moved, commit -> commit.addAll(operations));
    }

    private TaskQueue known(String name) {
        if (!durability.queues().contains(name)) {
            throw Problems.notFound("queue", name, "/queues");
        }
        return durability.queue(name);
    }

    private static DeadLetter dead(TaskQueue queue, String id) {
        return queue.deadLetter(id)
                .orElseThrow(() -> Problems.notFound("dead letter", id, "/queues/" + queue.name() + "/dead-letters"));
    }

    record QueueBody(String name, long ready, long waiting, long lent, long dead, Duration oldest) {
        static QueueBody from(TaskQueue queue) {
            TaskQueue.Depth depth = queue.depth();
            return new QueueBody(
                    queue.name(), depth.ready(), depth.waiting(), depth.lent(), depth.dead(), depth.oldest());
        }
    }

    /** The messages that left the dead letters, of those given up before then. */
    record Moved(String queue, List<String> messages, Instant before) {}

    record DeadLetterBody(
            String id,
            String type,
            @Nullable String group,
            String correlationId,
            int attempts,
            String cause,
            Instant sent,
            Instant since,
            JsonNode body) {
        static DeadLetterBody from(DeadLetter letter) {
            return new DeadLetterBody(
                    letter.message().id(),
                    letter.message().type(),
                    letter.message().group(),
                    letter.message().correlationId(),
                    letter.attempts(),
                    letter.cause(),
                    letter.sent(),
                    letter.since(),
                    body(letter.message().body()));
        }

        /** A poisoned body need not be JSON: that may be why it died. */
        private static JsonNode body(String text) {
            try {
                return Json.tree(text);
            } catch (JacksonException e) {
                return Json.MAPPER.valueToTree(text);
            }
        }
    }
}
