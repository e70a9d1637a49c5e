package io.acso.edge.api.rest;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

    private static final String PATH = "/api/v1/executions/";

    private final Casebook casebook;
    private final Commands commands;
    private final PlaybookRuns runs;

    ExecutionCommandsController(Casebook casebook, Commands commands, PlaybookRuns runs) {
        this.casebook = casebook;
        this.commands = commands;
        this.runs = runs;
    }

    /** Runs the playbook of the body, or only plans it; the supervisor has it planned, decided and asked about first. */
    @PostMapping
    @Permitted("playbook.run")
    @Answers(Commands.Accepted.class)
    ResponseEntity<JsonNode> run(
            @RequestBody Run run,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return runs.begin(Json.text(run.playbook()), run.variables(), run.dryRun(), key, by);
    }

    /** A person says how a manual step went. */
    @PostMapping("/{id}/steps/{stepId}/answer")
    @Permitted("execution.answer")
    @Answers(Commands.Accepted.class)
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

    /** Ends a run: what is under way ends first, then what it did is taken back as its playbook says. */
    @PostMapping("/{id}/cancel")
    @Permitted("execution.control")
    @Answers(Commands.Accepted.class)
    ResponseEntity<JsonNode> cancel(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Reason reason,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return toRunning(CaseTasks.CANCEL_EXECUTION, id, about(id, by).put("why", Reason.text(reason)), key, by);
    }

    /** What is under way goes on to its end; nothing new begins. */
    @PostMapping("/{id}/pause")
    @Permitted("execution.control")
    @Answers(Commands.Accepted.class)
    ResponseEntity<JsonNode> pause(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Reason reason,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return toRunning(CaseTasks.PAUSE_EXECUTION, id, about(id, by).put("why", Reason.text(reason)), key, by);
    }

    /** Goes on with what was paused. */
    @PostMapping("/{id}/resume")
    @Permitted("execution.control")
    @Answers(Commands.Accepted.class)
    ResponseEntity<JsonNode> resume(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return toRunning(CaseTasks.RESUME_EXECUTION, id, about(id, by), key, by);
    }

    /** Goes on from the steps that failed. */
    @PostMapping("/{id}/retry")
    @Permitted("execution.control")
    @Answers(Commands.Accepted.class)
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
}
