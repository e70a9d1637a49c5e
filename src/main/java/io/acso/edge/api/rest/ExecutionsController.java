package io.acso.edge.api.rest;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.LeftOut;
import io.acso.core.autonomy.Plan;
import io.acso.core.playbook.StepStatus;
import io.acso.core.playbook.UnplannedStep;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Runs of playbooks. */
@RestController
@RequestMapping("/api/v1/executions")
final class ExecutionsController {

    private final Casebook casebook;
    private final ActionsOf actions;

    ExecutionsController(Casebook casebook, ActionsOf actions) {
        this.casebook = casebook;
        this.actions = actions;
    }

    /** The one asked for last first; the parameters show only those of a status, an incident or a playbook. */
    @GetMapping
    @Permitted("execution.read")
    Paging.Slice<ExecutionSummary> list(
            @RequestParam(required = false) @Nullable Set<RunStatus> status,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String playbook,
            Paging paging) {
        return paging.filtered(
                casebook::executions,
                run -> (status == null || status.isEmpty() || status.contains(RunStatus.valueOf(run.status())))
                        && (subject == null || subject.equals(run.subject()))
                        && (playbook == null || playbook.equals(run.playbookId())),
                ExecutionSummary::from);
    }

    /** One run: its plan, what the gate said of each action and where it stands, its steps and its history. */
    @GetMapping("/{id}")
    @Permitted("execution.read")
    ExecutionBody show(@PathVariable String id) {
        return ExecutionBody.from(execution(id), casebook, actions);
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
            RunStatus status,
            @Nullable String why,
            @Nullable String approvalId,
            @Nullable Principal requestedBy,
            ExecutionRecord.@Nullable Parent parent,
            Instant requested,
            @Nullable Instant ended) {

        static ExecutionSummary from(ExecutionRecord execution) {
            return new ExecutionSummary(
                    execution.id(),
                    execution.subject(),
                    execution.playbookId(),
                    execution.playbookName(),
                    RunStatus.valueOf(execution.status()),
                    execution.why(),
                    execution.approvalId(),
                    execution.requestedBy(),
                    execution.parent(),
                    execution.requested(),
                    execution.ended());
        }
    }

    /**
     * @param why it ended so, or never began
     * @param plan every gated action, with its exact calls, blast radius and inverse
     * @param decisions what the gate said of each when the plan was made, in the plan's order
     * @param leftOut what the plan does without
     * @param unplanned actions that come to nothing with what the playbook was given, and what input they lack
     * @param steps those that were reached
     * @param variables as they are now
     * @param actions each attempt, and where it stands now
     * @param proposed what of the plan was not tried
     */
    record ExecutionBody(
            ExecutionSummary execution,
            @Nullable Plan plan,
            List<ExecutionRecord.PlanDecision> decisions,
            List<LeftOut> leftOut,
            List<UnplannedStep> unplanned,
            List<StepBody> steps,
            JsonNode variables,
            List<ActionBody> actions,
            List<ActionsOf.ProposedAction> proposed,
            List<JsonNode> history) {

        static ExecutionBody from(ExecutionRecord execution, Casebook casebook, ActionsOf actions) {
            List<ActionBody> tried = actions.tried(execution);
            List<StepBody> steps = new ArrayList<>();
            JsonNode state = execution.state() == null ? Json.object() : execution.state();
            state.path("steps")
                    .properties()
                    .forEach(entry -> steps.add(StepBody.from(entry.getKey(), entry.getValue())));
            return new ExecutionBody(
                    ExecutionSummary.from(execution),
                    execution.plan(),
                    execution.decisions(),
                    casebook.leftOut(execution.id()),
                    execution.unplanned(),
                    steps,
                    state.path("variables").isObject() ? state.path("variables") : Json.object(),
                    tried,
                    actions.proposed(execution, tried),
                    casebook.history(execution.id()));
        }
    }

    record StepBody(
            String id,
            StepStatus status,
            int attempt,
            @Nullable String why) {
        static StepBody from(String id, JsonNode run) {
            return new StepBody(
                    id,
                    StepStatus.valueOf(run.path("status").asString()),
                    run.path("attempt").asInt(),
                    run.path("why").asString(null));
        }
    }
}
