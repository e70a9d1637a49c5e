package io.acso.edge.api.rest;

import io.acso.core.autonomy.Delegation;
import io.acso.core.autonomy.Delegations;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who answers approvals for whom. */
@RestController
@RequestMapping("/api/v1/delegations")
final class DelegationsController {

    private final Delegations delegations;
    private final Commands commands;

    DelegationsController(Delegations delegations, Commands commands) {
        this.delegations = delegations;
        this.commands = commands;
    }

    /** Who lent whom the right to answer. */
    @GetMapping
    @Permitted("delegation.read")
    List<Delegation> list() {
        return delegations.all();
    }

    /** The caller lends their own right; nobody lends another's. */
    @PostMapping
    @Permitted("delegation.manage")
    @Answers(value = Delegation.class, status = 201)
    ResponseEntity<JsonNode> delegate(
            @RequestBody Lending wish,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        Commands.Command command =
                new Commands.Command(by, key, "delegate", wish.to().toString(), by.toString(), Json.objectOf(wish));
        return commands.before(command)
                .orElseGet(() -> made(
                        command,
                        HttpStatus.CREATED,
                        () -> delegations.delegate(by, wish.to(), wish.until(), wish.why() == null ? "" : wish.why())));
    }

    /** Takes a lent right back. */
    @PostMapping("/{id}/revoke")
    @Permitted("delegation.manage")
    @Answers(value = Delegation.class, status = 200)
    ResponseEntity<JsonNode> revoke(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        if (delegations.find(id).isEmpty()) {
            throw Problems.notFound("delegation", id, "/delegations");
        }
        Commands.Command command = new Commands.Command(by, key, "revoke-delegation", id, id, Json.object());
        return commands.before(command).orElseGet(() -> made(command, HttpStatus.OK, () -> delegations.revoke(id, by)));
    }

    private ResponseEntity<JsonNode> made(Commands.Command command, HttpStatus status, Supplier<Delegation> work) {
        Delegation made;
        try {
            made = work.get();
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("bad-delegation", String.valueOf(e.getMessage()));
        }
        return commands.act(command, status, "/api/v1/delegations", made, commit -> commit);
    }

    /** To whom, until when, and why. */
    record Lending(Principal to, Instant until, @Nullable String why) {}
}
