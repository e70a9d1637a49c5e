package io.acso.edge.api.rest;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.core.autonomy.Plan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Runs of playbooks. */
@RestController
@RequestMapping("/api/v1/executions")
final class ExecutionsController {

    private final Casebook casebook;

    ExecutionsController(Casebook casebook) {
        this.casebook = casebook;
    }

    @GetMapping
    Paging.Slice<ExecutionSummary> list(Paging paging) {
        return paging.page(casebook::executions, ExecutionSummary::from);
    }

    @GetMapping("/{id}")
    ExecutionBody show(@PathVariable String id) {
        return ExecutionBody.from(execution(id), casebook);
    }

    private ExecutionRecord execution(String id) {
        return casebook.execution(id)
                .map(Held::value)
                .orElseThrow(() -> Problems.notFound("execution", id, "/executions"));
    }

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
