package io.acso.edge.api.rest;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.core.autonomy.Plan;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.node.ObjectNode;

/** Runs of playbooks. */
@RestController
@RequestMapping("/api/v1/executions")
final class ExecutionsController {

    private final Casebook casebook;
    private final Commands commands;

    ExecutionsController(Casebook casebook, Commands commands) {
        this.casebook = casebook;
        this.commands = commands;
    }

    @GetMapping
    Paging.Slice<ExecutionSummary> list(Paging paging) {
        return paging.page(casebook::executions, ExecutionSummary::from);
    }

    @GetMapping("/{id}")
    ExecutionBody show(@PathVariable String id) {
        return ExecutionBody.from(execution(id), casebook);
    }

    /** A person says how a manual step went. */
    @PostMapping("/{id}/steps/{stepId}/answer")
    ResponseEntity<JsonNode> answer(
            @PathVariable String id,
            @PathVariable String stepId,
            @RequestBody StepAnswer answer,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        ObjectNode arguments = Json.object()
                .put("execution", id)
                .put("step", stepId)
                .put("by", by.toString())
                .put("accepted", answer.accepted())
                .put("text", answer.text() == null ? "" : answer.text());
        return send(CaseTasks.ANSWER_STEP, execution(id), arguments, key, by);
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<JsonNode> cancel(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Reason reason,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        ObjectNode arguments = Json.object()
                .put("execution", id)
                .put("by", by.toString())
                .put("why", reason == null || reason.why() == null ? "" : reason.why());
        return send(CaseTasks.CANCEL_EXECUTION, execution(id), arguments, key, by);
    }

    private ResponseEntity<JsonNode> send(
            String kind, ExecutionRecord execution, ObjectNode arguments, @Nullable String key, Principal by) {
        Commands.Command command = new Commands.Command(by, key, kind, execution.id(), execution.subject(), arguments);
        return commands.before(command).orElseGet(() -> {
            if (execution.ended() != null) {
                throw Problems.conflict(
                        "execution-ended",
                        "execution " + execution.id() + " ended " + execution.status() + " at " + execution.ended()
                                + "; nothing of it waits for a person");
            }
            return commands.send(command, "/api/v1/executions/" + execution.id());
        });
    }

    private ExecutionRecord execution(String id) {
        return casebook.execution(id)
                .map(Held::value)
                .orElseThrow(() -> Problems.notFound("execution", id, "/executions"));
    }

    /** How a manual step went: done, or not and why. */
    record StepAnswer(boolean accepted, @Nullable String text) {}

    record Reason(@Nullable String why) {}

    record ExecutionSummary(
            String id,
            String subject,
            String playbookId,
            String playbookName,
            String status,
            @Nullable String approvalId,
            Instant requested,
            @Nullable Instant ended) {

        static ExecutionSummary from(ExecutionRecord execution) {
            return new ExecutionSummary(
                    execution.id(),
                    execution.subject(),
                    execution.playbookId(),
                    execution.playbookName(),
                    execution.status(),
                    execution.approvalId(),
                    execution.requested(),
                    execution.ended());
        }
    }

    record ExecutionBody(
            ExecutionSummary execution, @Nullable Plan plan, List<ActionResult> actions, List<JsonNode> history) {

        static ExecutionBody from(ExecutionRecord execution, Casebook casebook) {
            return new ExecutionBody(
                    ExecutionSummary.from(execution),
                    execution.plan(),
                    casebook.actions(execution.id()),
                    casebook.history(execution.id()));
        }
    }
}
