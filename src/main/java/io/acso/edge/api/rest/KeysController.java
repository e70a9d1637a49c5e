package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.edge.operations.KeyCare;
import io.acso.platform.crypto.KeyInUse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The keys that encrypt what is kept. They change for a person only, and never show. */
@RestController
@RequestMapping("/api/v1/keys")
final class KeysController {

    private static final String SUBJECT = "keys";

    private final KeyCare care;
    private final Commands commands;

    KeysController(KeyCare care, Commands commands) {
        this.care = care;
        this.commands = commands;
    }

    /** Which keys there are, and how much is still under each. */
    @GetMapping
    @Permitted("key.read")
    KeyCare.Status status() {
        return care.status();
    }

    /** A new data key encrypts from when this answers. */
    @PostMapping("/rotate")
    @Permitted("key.manage")
    @Answers(value = KeyCare.Status.class, status = 200)
    ResponseEntity<JsonNode> rotate(
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return act(by, key, "rotate-data-key", SUBJECT, HttpStatus.OK, () -> care.rotate(by));
    }

    /** A new master key wraps the data keys from when this answers. */
    @PostMapping("/master/rotate")
    @Permitted("key.manage")
    @Answers(value = Master.class, status = 200)
    ResponseEntity<JsonNode> rotateMaster(
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return act(by, key, "rotate-master-key", SUBJECT, HttpStatus.OK, () -> new Master(care.rotateMaster(by)));
    }

    /** Begins; GET /keys tells how far it is. */
    @PostMapping("/reencrypt")
    @Permitted("key.manage")
    @Answers(KeyCare.Status.class)
    ResponseEntity<JsonNode> reencrypt(
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return act(by, key, "reencrypt", SUBJECT, HttpStatus.ACCEPTED, () -> care.reencrypt(by));
    }

    /** Forgets a data key that nothing is under any more. */
    @PostMapping("/{id}/retire")
    @Permitted("key.manage")
    @Answers(value = KeyCare.Status.class, status = 200)
    ResponseEntity<JsonNode> retire(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return act(by, key, "retire-data-key", id, HttpStatus.OK, () -> {
            care.retire(id, by);
            return care.status();
        });
    }

    private ResponseEntity<JsonNode> act(
            Principal by, @Nullable String key, String kind, String subject, HttpStatus status, Supplier<Object> act) {
        if (by.kind() != Principal.Kind.PERSON) {
            throw Problems.of(HttpStatus.FORBIDDEN, "person-needed", "keys change for a person, not for " + by);
        }
        Commands.Command command = new Commands.Command(by, key, kind, subject, SUBJECT, Json.object());
        return commands.before(command)
                .orElseGet(() -> commands.act(command, status, null, act.get(), commit -> commit));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> inUse(KeyInUse inUse) {
        ProblemDetail problem = Problems.detail(HttpStatus.CONFLICT, "key-in-use", String.valueOf(inUse.getMessage()));
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }

    record Master(String master) {}
}
