package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.PreparedUndo;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Gate;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.PlanDecision;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes an effect back when a person wants it: the inverse is dry-run, decided by the gate, asked about where that is
 * needed, and carried out, as any action. Whoever wants it does not approve it.
 */
final class Undoing implements Duty {

    private static final String OCCASION = "undo/";
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Gate gate;
    private final Approving approving;

    Undoing(Gate gate, Approving approving) {
        this.gate = gate;
        this.approving = approving;
    }

    /** Whether it is about taking something back. */
    static boolean asked(Approval approval) {
        return approval.occasion().startsWith(OCCASION);
    }

    @Override
    public String kind() {
        return CaseTasks.UNDO_EFFECT;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        if (task.requestedBy().kind() != Principal.Kind.PERSON) {
            return new Outcome.Failed("a person has it undone, not " + task.requestedBy(), false, Json.object());
        }
        String execution = task.arguments().path("execution").asString();
        String effect = task.arguments().path("effect").asString();
        bench.ledger(
                "UndoRequested",
                effect,
                Map.of("execution", execution, "by", task.requestedBy().toString()));
        ObjectNode arguments = Json.object()
                .put("execution", execution)
                .put("effect", effect)
                .put("by", task.requestedBy().toString());
        String key = "undo/" + execution + "/" + effect + "/" + Digest.id("req", task.id());
        bench.send(delegate(CaseTasks.PREPARE_UNDO, arguments, task.correlationId(), key, bench), null);
        return new Outcome.Completed(Json.object());
    }

    /** Takes what incident response answers to {@code undo/execution/effect/request}, first about the dry run. */
    void take(String effect, String request, Outcome outcome, Workbench bench) {
        if (!(outcome instanceof Outcome.Completed completed)) {
            refuse(effect, Json.text(outcome), bench);
        } else if (completed.result().has("plan")) {
            decide(effect, request, Json.convert(completed.result(), PreparedUndo.class), bench);
        } else {
            bench.announce("EffectUndone", effect, completed.result());
        }
    }

    /** The question about it was decided. */
    void answered(Approval approval, Workbench bench) {
        String[] occasion = approval.occasion().split("/", -1);
        if (approval.status() == Approval.Status.APPROVED) {
            carryOut(occasion[1], occasion[2], approval.plan(), approval.id(), bench);
        } else {
            refuse(occasion[1], "it was " + approval.status(), bench);
        }
    }

    private void decide(String effect, String request, PreparedUndo prepared, Workbench bench) {
        PlanDecision said = gate.plan(
                prepared.plan(),
                AgentName.INCIDENT_RESPONSE.principal(),
                prepared.severity(),
                prepared.confidence());
        switch (said.verdict()) {
            case PERMIT -> carryOut(effect, request, prepared.plan(), null, bench);
            case FORBID -> refuse(effect, why(said), bench);
            case NEEDS_APPROVAL ->
                approving.ask(
                        Approving.Question.about(prepared.plan(), OCCASION + effect + "/" + request, why(said))
                                .needing(said.need())
                                .involving(Set.of(prepared.by())),
                        bench);
        }
    }

    private static void carryOut(
            String effect,
            String request,
            Plan plan,
            @Nullable String approval,
            Workbench bench) {
        ObjectNode arguments =
                Json.object().put("execution", plan.executionId()).put("effect", effect);
        arguments.set("undo", Json.objectOf(plan));
        Optional.ofNullable(approval).ifPresent(id -> arguments.put("approval", id));
        String key = "undo/" + plan.executionId() + "/" + effect + "/" + request;
        bench.send(delegate(CaseTasks.CARRY_OUT_UNDO, arguments, plan.subject(), key, bench), null);
    }

    private static Task delegate(String kind, ObjectNode arguments, String subject, String key, Workbench bench) {
        return CaseTasks.delegate(
                AgentName.INCIDENT_RESPONSE, kind, arguments, subject, key, bench.now().plus(PATIENCE));
    }

    private static void refuse(String effect, String why, Workbench bench) {
        bench.ledger("UndoRefused", effect, Map.of("why", Digest.ofParts(why).hex()));
        bench.announce("UndoRefused", effect, Map.of("why", why));
    }

    private static String why(PlanDecision said) {
        return said.actions().stream()
                .map(PlanDecision.Decided::decision)
                .map(Decision::explanation)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
