package io.acso.edge.api.rest;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.PlaybookCheck;
import io.acso.core.playbook.PlaybookInvalid;
import io.acso.core.playbook.Problem;
import io.acso.core.playbook.Signatures;
import io.acso.core.playbook.Trust;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Has a playbook run that a person brings, or that the content has. */
@Component
final class PlaybookRuns {

    private static final int LONGEST_PLAYBOOK = 256 * 1024;

    private final Commands commands;
    private final Trust trust;
    private final InstantSource clock;

    PlaybookRuns(Commands commands, Trust trust, InstantSource clock) {
        this.commands = commands;
        this.trust = trust;
        this.clock = clock;
    }

    /** Sends the supervisor the wish; the version that is run is kept with it. */
    ResponseEntity<JsonNode> begin(
            String text,
            @Nullable Map<String, JsonNode> variables,
            boolean dryRun,
            @Nullable String key,
            Principal by) {
        Playbook playbook = checked(text);
        String name = key == null ? UUID.randomUUID().toString() : key;
        String id = Digest.id("exe", by.toString(), name, playbook.hash().hex());
        ObjectNode arguments = Json.object()
                .put("execution", id)
                .put("playbook", playbook.id())
                .put("hash", playbook.hash().hex())
                .put("dryRun", dryRun);
        arguments.set("given", Json.MAPPER.valueToTree(variables == null ? Map.of() : variables));
        Commands.Command command = new Commands.Command(by, key, CaseTasks.RUN_PLAYBOOK, id, id, arguments);
        return commands.before(command)
                .orElseGet(() -> commands.send(
                        command,
                        "/api/v1/executions/" + id,
                        commit -> commit.overwrite(CaseKeys.playbookText(playbook.hash(), text))));
    }

    private Playbook checked(String text) {
        if (text.length() > LONGEST_PLAYBOOK) {
            throw Problems.badRequest(
                    "playbook-too-large", "a playbook to run has " + LONGEST_PLAYBOOK + " characters at the most");
        }
        try {
            Playbook playbook = PlaybookCheck.read(text);
            List<Problem> problems = new ArrayList<>(playbook.refusals());
            problems.addAll(Signatures.problems(text, trust, clock.instant()));
            if (problems.isEmpty()) {
                return playbook;
            }
            throw invalid(problems);
        } catch (PlaybookInvalid e) {
            throw invalid(e.problems());
        }
    }

    private static ErrorResponseException invalid(List<Problem> problems) {
        ProblemDetail detail = Problems.detail(
                HttpStatus.BAD_REQUEST,
                "playbook-invalid",
                problems.size() + " problems, the first at '"
                        + problems.getFirst().pointer() + "': "
                        + problems.getFirst().message());
        detail.setProperty("errors", problems);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, detail, null);
    }
}
