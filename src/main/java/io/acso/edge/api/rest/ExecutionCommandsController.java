package io.acso.edge.api.rest;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.PlaybookCheck;
import io.acso.core.playbook.PlaybookInvalid;
import io.acso.core.playbook.Problem;
import io.acso.core.playbook.Signatures;
import io.acso.core.playbook.Trust;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people have done with runs of playbooks: begun, answered, held, taken up again, ended. */
@RestController
@RequestMapping("/api/v1/executions")
final class ExecutionCommandsController {

    private static final int LONGEST_PLAYBOOK = 256 * 1024;
    private static final String PATH = "/api/v1/executions/";

    private final Casebook casebook;
    private final Commands commands;
    private final Trust trust;
    private final InstantSource clock;

    ExecutionCommandsController(Casebook casebook, Commands commands, Trust trust, InstantSource clock) {
        this.casebook = casebook;
        this.commands = commands;
        this.trust = trust;
        this.clock = clock;
    }

    /** Runs the playbook of the body, or only plans it; the supervisor has it planned, decided and asked about first. */
    @PostMapping
    @Permitted("playbook.run")
    ResponseEntity<JsonNode> run(
            @RequestBody Run run,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        String text = Json.text(run.playbook());
        Playbook playbook = checked(text);
        String name = key == null ? UUID.randomUUID().toString() : key;
        String id = Digest.id("exe", by.toString(), name, playbook.hash().hex());
        ObjectNode arguments = Json.object()
                .put("execution", id)
                .put("playbook", playbook.id())
                .put("hash", playbook.hash().hex())
                .put("dryRun", run.dryRun());
        arguments.set("given", Json.MAPPER.valueToTree(run.variables() == null ? Map.of() : run.variables()));
        Commands.Command command = new Commands.Command(by, key, CaseTasks.RUN_PLAYBOOK, id, id, arguments);
        return commands.before(command)
                .orElseGet(() -> commands.send(
                        command, PATH + id, commit -> commit.overwrite(CaseKeys.playbookText(playbook.hash(), text))));
    }

    /** A person says how a manual step went. */
    @PostMapping("/{id}/steps/{stepId}/answer")
    @Permitted("execution.answer")
    ResponseEntity<JsonNode> answer(
            @PathVariable String id,
            @PathVariable String stepId,
            @RequestBody StepAnswer answer,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        ObjectNode arguments = about(id, by)
                .put("step", stepId)
                .put("accepted", answer.accepted())
                .put("text", answer.text() == null ? "" : answer.text());
        return toRunning(CaseTasks.ANSWER_STEP, id, arguments, key, by);
    }

    @PostMapping("/{id}/cancel")
    @Permitted("execution.control")
    ResponseEntity<JsonNode> cancel(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Reason reason,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return toRunning(CaseTasks.CANCEL_EXECUTION, id, about(id, by).put("why", Reason.of(reason)), key, by);
    }

    /** What is under way goes on to its end; nothing new begins. */
    @PostMapping("/{id}/pause")
    @Permitted("execution.control")
    ResponseEntity<JsonNode> pause(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Reason reason,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return toRunning(CaseTasks.PAUSE_EXECUTION, id, about(id, by).put("why", Reason.of(reason)), key, by);
    }

    @PostMapping("/{id}/resume")
    @Permitted("execution.control")
    ResponseEntity<JsonNode> resume(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return toRunning(CaseTasks.RESUME_EXECUTION, id, about(id, by), key, by);
    }

    /** Goes on from the steps that failed. */
    @PostMapping("/{id}/retry")
    @Permitted("execution.control")
    ResponseEntity<JsonNode> retry(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        Commands.Command command = command(CaseTasks.RETRY_EXECUTION, execution(id), about(id, by), key, by);
        return commands.before(command).orElseGet(() -> {
            if (!execution(id).status().equals("FAILED")) {
                throw Problems.conflict(
                        "not-failed",
                        "execution " + id + " is " + execution(id).status() + "; only one that FAILED can be retried");
            }
            return commands.send(command, PATH + id);
        });
    }

    private ResponseEntity<JsonNode> toRunning(
            String kind, String id, ObjectNode arguments, @Nullable String key, Principal by) {
        ExecutionRecord execution = execution(id);
        Commands.Command command = command(kind, execution, arguments, key, by);
        return commands.before(command).orElseGet(() -> {
            if (execution.ended() != null) {
                throw Problems.conflict(
                        "execution-ended",
                        "execution " + id + " ended " + execution.status() + " at " + execution.ended()
                                + "; nothing of it waits for a person");
            }
            return commands.send(command, PATH + id);
        });
    }

    private static Commands.Command command(
            String kind, ExecutionRecord execution, ObjectNode arguments, @Nullable String key, Principal by) {
        return new Commands.Command(by, key, kind, execution.id(), execution.subject(), arguments);
    }

    private static ObjectNode about(String id, Principal by) {
        return Json.object().put("execution", id).put("by", by.toString());
    }

    private ExecutionRecord execution(String id) {
        return casebook.execution(id)
                .map(Held::value)
                .orElseThrow(() -> Problems.notFound("execution", id, "/executions"));
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

    /**
     * A playbook to run.
     *
     * @param playbook the CACAO document
     * @param variables values of its external variables, by bare name
     * @param dryRun only plan it: every action's exact calls and blast radius, and what the gate says
     */
    record Run(ObjectNode playbook, @Nullable Map<String, JsonNode> variables, boolean dryRun) {}

    /** How a manual step went: done, or not and why. */
    record StepAnswer(boolean accepted, @Nullable String text) {}

    record Reason(@Nullable String why) {
        static String of(@Nullable Reason reason) {
            return reason == null || reason.why() == null ? "" : reason.why();
        }
    }
}
