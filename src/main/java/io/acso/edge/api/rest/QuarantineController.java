package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.edge.ingest.Ingest;
import io.acso.edge.ingest.Quarantine;
import io.acso.edge.ingest.Quarantined;
import io.acso.edge.ingest.Receipt;
import java.time.Instant;
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

/** Records that could not be read. */
@RestController
@RequestMapping("/api/v1/quarantine")
final class QuarantineController {

    private final Quarantine quarantine;
    private final Ingest ingest;
    private final Commands commands;

    QuarantineController(Quarantine quarantine, Ingest ingest, Commands commands) {
        this.quarantine = quarantine;
        this.ingest = ingest;
        this.commands = commands;
    }

    /** Records that could not be read, and why. */
    @GetMapping
    @Permitted("quarantine.read")
    Paging.Slice<QuarantinedBody> list(Paging paging) {
        return paging.page(quarantine::list, QuarantinedBody::from);
    }

    /** Tries a record again with the formats of today; {@code all} tries them all. */
    @PostMapping("/{id}/replay")
    @Permitted("quarantine.replay")
    @Answers(value = EventsController.ReceiptBody.class, status = 200)
    ResponseEntity<JsonNode> replay(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        Commands.Command command = new Commands.Command(by, key, "replay", id, id, Json.object());
        return commands.before(command).orElseGet(() -> {
            Receipt receipt = id.equals("all")
                    ? ingest.replayAll(by)
                    : ingest.replay(id, by)
                            .orElseThrow(() -> Problems.notFound("quarantined record", id, "/quarantine"));
            return commands.act(
                    command, HttpStatus.OK, null, EventsController.ReceiptBody.from(receipt), commit -> commit);
        });
    }

    record QuarantinedBody(String id, String reason, String origin, Instant time, long size, String excerpt) {
        static QuarantinedBody from(Quarantined record) {
            return new QuarantinedBody(
                    record.id(), record.reason(), record.origin(), record.time(), record.size(), record.excerpt());
        }
    }
}
