package io.acso.edge.api.rest;

import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Comment;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.document.Answers;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
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

/** What people say of an incident to each other. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/comments")
final class CommentsController {

    private static final int LONGEST = 10_000;

    private final Casebook casebook;
    private final Commands commands;
    private final InstantSource clock;

    CommentsController(Casebook casebook, Commands commands, InstantSource clock) {
        this.casebook = casebook;
        this.commands = commands;
        this.clock = clock;
    }

    /** What was said, the first word first. */
    @GetMapping
    @Permitted("incident.read")
    Paging.Slice<Comment> list(@PathVariable String id, Paging paging) {
        checkIncident(id);
        return paging.page((limit, cursor) -> casebook.comments(id, limit, cursor), Function.identity());
    }

    /** Says something. */
    @PostMapping
    @Permitted("incident.comment")
    @Answers(value = Comment.class, status = 201)
    ResponseEntity<JsonNode> add(
            @PathVariable String id,
            @RequestBody Said said,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        checkIncident(id);
        String text = said.text().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw Problems.badRequest("bad-comment", "a comment has 1 to " + LONGEST + " characters");
        }
        Commands.Command command = new Commands.Command(
                by, key, "comment-incident", id, id, Json.object().put("text", text));
        return commands.before(command).orElseGet(() -> {
            Instant now = clock.instant();
            String name = key == null ? UUID.randomUUID().toString() : key;
            Comment comment = new Comment(Digest.id("cmt", id, by.toString(), name), id, by, now, text);
            Announcement news = new Announcement("IncidentCommented", id, id, now, Json.text(comment));
            return commands.act(
                    command,
                    HttpStatus.CREATED,
                    "/api/v1/incidents/" + id + "/comments",
                    comment,
                    commit -> commit.put(CaseKeys.comment(comment)).add(new Commit.Announce(news)));
        });
    }

    private void checkIncident(String id) {
        if (casebook.incident(id).isEmpty()) {
            throw Problems.notFound("incident", id, "/incidents");
        }
    }

    /** What is said, as plain text. */
    record Said(String text) {}
}
