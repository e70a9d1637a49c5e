package io.acso.edge.api.rest;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.runtime.TaskMessage;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Message;
import io.acso.platform.ledger.LedgerEntry;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Acts for a caller: what is done, who asked, and the answer to be repeated are one commit. */
@Component
final class Commands {

    private final Durability durability;
    private final Idempotency idempotency;
    private final TraceParent trace;
    private final InstantSource clock;

    Commands(Durability durability, Idempotency idempotency, TraceParent trace, InstantSource clock) {
        this.durability = durability;
        this.idempotency = idempotency;
        this.trace = trace;
        this.clock = clock;
    }

    /**
     * What a caller asks for.
     *
     * @param key the Idempotency-Key, or null
     * @param kind names the command: the task's kind, or a word of our own
     * @param subject the id of what it is about
     * @param correlationId the incident or request it belongs to
     */
    record Command(
            Principal by,
            @Nullable String key,
            String kind,
            String subject,
            String correlationId,
            ObjectNode arguments) {

        Idempotency.Ask ask() {
            return new Idempotency.Ask(by, key, kind + " " + subject + " " + arguments);
        }
    }

    /** The supervisor has it; where to look for what comes of it. */
    record Accepted(String task, String location) {}

    /** The answer given before to this very command, if there was one. */
    Optional<ResponseEntity<JsonNode>> before(Command command) {
        return idempotency.recall(command.ask()).map(Commands::again);
    }

    /** Sends the supervisor a task; 202 with the location to look at. */
    ResponseEntity<JsonNode> send(Command command, String location) {
        return send(command, location, commit -> commit);
    }

    /** The same, with {@code work} in one commit. */
    ResponseEntity<JsonNode> send(Command command, String location, UnaryOperator<Commit.Builder> work) {
        return send(command, command.arguments(), location, work);
    }

    /** The same, with arguments of the task that are more than what the caller asked for. */
    ResponseEntity<JsonNode> send(
            Command command, ObjectNode arguments, String location, UnaryOperator<Commit.Builder> work) {
        Task task = task(command, command.kind(), arguments);
        return act(
                command,
                HttpStatus.ACCEPTED,
                location,
                new Accepted(task.id(), location),
                commit -> send(command, task, work.apply(commit)));
    }

    /** Sends the supervisor all of these in one commit; 202 with the body. */
    ResponseEntity<JsonNode> sendAll(Command command, List<Command> parts, Object body) {
        return act(command, HttpStatus.ACCEPTED, null, body, commit -> {
            parts.forEach(part -> task(part, part.kind(), part.arguments(), commit));
            return commit;
        });
    }

    /** Has the supervisor do something that follows from the command. */
    Commit.Builder task(Command command, String kind, ObjectNode arguments, Commit.Builder commit) {
        return send(command, task(command, kind, arguments), commit);
    }

    private Task task(Command command, String kind, ObjectNode arguments) {
        String name =
                command.by() + "/" + (command.key() == null ? UUID.randomUUID().toString() : command.key());
        return CaseTasks.toSupervisor(kind, name, arguments, command.by(), clock.instant(), command.correlationId());
    }

    private Commit.Builder send(Command command, Task task, Commit.Builder commit) {
        Message message = TaskMessage.of(task, command.correlationId(), trace.current());
        return commit.send(task.agent().value(), message);
    }

    /** Commits the work with its ledger entry and the answer. */
    ResponseEntity<JsonNode> act(
            Command command,
            HttpStatus status,
            @Nullable String location,
            Object body,
            Function<Commit.Builder, Commit.Builder> work) {
        Commit.Builder commit = work.apply(Commit.builder()).add(ledger(command).append());
        Optional<Item> memory = idempotency.remember(command.ask(), status.value(), location, body);
        memory.ifPresent(commit::put);
        try {
            durability.commit(commit.build());
        } catch (CommitConflict conflict) {
            // A repetition that overtook us has answered meanwhile.
            return before(command).orElseThrow(() -> conflict);
        }
        return answer(status.value(), location, Json.MAPPER.valueToTree(body));
    }

    private LedgerEntry ledger(Command command) {
        Map<String, String> facts = Map.of(
                "command",
                command.kind(),
                "arguments",
                Json.hash(command.arguments()).hex());
        return LedgerEntry.of(
                clock.instant(), "CommandAccepted", command.by(), command.subject(), command.correlationId(), facts);
    }

    private static ResponseEntity<JsonNode> again(Idempotency.Answer answer) {
        return answer(answer.status(), answer.location(), answer.body());
    }

    private static ResponseEntity<JsonNode> answer(int status, @Nullable String location, JsonNode body) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status);
        if (location != null) {
            response.location(URI.create(location));
        }
        return response.body(body);
    }
}
