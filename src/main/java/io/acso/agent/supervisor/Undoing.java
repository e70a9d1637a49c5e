package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.PreparedUndo;
import io.acso.agent.casebook.TakingBack;
import io.acso.agent.casebook.TakingBack.Stage;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Gate;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.PlanDecision;
import io.acso.domain.incident.IncidentFact.IncidentNoted;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes an effect back when a person wants it: the inverse is dry-run, decided by the gate, asked about where that is
 * needed, and carried out, as any action. Whoever wants it does not approve it. Each stage is kept, so that everybody
 * sees how far it is, and one wish at a time is followed.
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
        TakingBack wish = wish(task, bench);
        Optional<Held<TakingBack>> before = new Casebook(bench.records()).takingBack(wish.executionId(), wish.effect());
        if (before.isPresent() && !isOf(before.get(), wish.request())) {
            if (before.get().value().underWay()) {
                return new Outcome.Failed(
                        before.get().value().by() + " has it taken back already", false, Json.object());
            }
            bench.put(before.get().replacedBy(wish));
        } else if (before.isEmpty()) {
            bench.put(CaseKeys.item(CaseKeys.takingBack(wish.executionId(), wish.effect()), wish));
        }
        begin(wish, bench);
        return new Outcome.Completed(Json.object());
    }

    private static TakingBack wish(Task task, Workbench bench) {
        return TakingBack.wished(
                task.arguments().path("effect").asString(),
                task.arguments().path("execution").asString(),
                task.correlationId(),
                task.arguments().path("request").asString(Digest.id("req", task.id())),
                task.requestedBy(),
                task.arguments().path("why").asString(""),
                bench.now());
    }

    private static void begin(TakingBack wish, Workbench bench) {
        bench.ledger(
                "UndoRequested",
                wish.effect(),
                Map.of("execution", wish.executionId(), "by", wish.by().toString()));
        bench.announce("UndoRequested", wish.effect(), wish);
        ObjectNode arguments = Json.object()
                .put("execution", wish.executionId())
                .put("effect", wish.effect())
                .put("by", wish.by().toString());
        delegate(CaseTasks.PREPARE_UNDO, arguments, wish, bench);
    }

    /** Takes what incident response answers to {@code undo/execution/effect/request}, first about the dry run. */
    void take(String execution, String effect, String request, Outcome outcome, Workbench bench) {
        current(execution, effect, request, bench).ifPresent(held -> {
            switch (outcome) {
                case Outcome.Completed done
                when done.result().has("plan") -> decide(held, Json.convert(done.result(), PreparedUndo.class), bench);
                case Outcome.Completed done -> undone(held, done, bench);
                case Outcome.NeedsApproval needs ->
                    end(held, Stage.REFUSED, "policies have changed since it was decided: " + needs.why(), bench);
                case Outcome.Failed failed -> end(held, failure(held), failed.why(), bench);
                case Outcome.Uncertain uncertain -> end(held, Stage.UNCERTAIN, uncertain.why(), bench);
                case Outcome.Delegated elsewhere -> end(held, Stage.FAILED, "delegated to " + elsewhere.to(), bench);
            }
        });
    }

    /** No agent has answered for long; whatever still comes is told by the effect itself. */
    void overdue(String execution, String effect, String request, Stage stage, Workbench bench) {
        current(execution, effect, request, bench)
                .filter(held -> held.value().stage() == stage)
                .ifPresent(held -> end(
                        held,
                        Stage.FAILED,
                        "no agent answered within " + PATIENCE.toMinutes() + " minutes: see what was given up",
                        bench));
    }

    /** The question about it was decided, or nobody answered. */
    void answered(Approval approval, Workbench bench) {
        String[] occasion = approval.occasion().split("/", -1);
        current(approval.executionId(), occasion[1], occasion[2], bench).ifPresent(held -> {
            if (approval.status() == Approval.Status.APPROVED) {
                carryOut(held, held.value().carryingOut(held.value().policies()), approval.plan(), bench);
            } else {
                end(held, Stage.REFUSED, answer(approval), bench);
            }
        });
    }

    private static String answer(Approval approval) {
        String remark = approval.comment() == null || approval.comment().isBlank() ? "" : ": " + approval.comment();
        return approval.answeredBy() == null ? "nobody answered in time" : approval.answeredBy() + " said no" + remark;
    }

    private void decide(Held<TakingBack> held, PreparedUndo prepared, Workbench bench) {
        TakingBack wish = held.value();
        PlanDecision said = gate.plan(
                prepared.plan(), AgentName.INCIDENT_RESPONSE.principal(), prepared.severity(), prepared.confidence());
        switch (said.verdict()) {
            case PERMIT -> carryOut(held, wish.carryingOut(policies(said)), prepared.plan(), bench);
            case FORBID -> end(held, wish.ended(Stage.REFUSED, why(said), policies(said), bench.now()), bench);
            case NEEDS_APPROVAL -> {
                Approval approval = approving.ask(
                        Approving.Question.about(
                                        prepared.plan(), OCCASION + wish.effect() + "/" + wish.request(), why(said))
                                .needing(said.need())
                                .involving(Set.of(wish.by())),
                        bench);
                bench.put(held.replacedBy(wish.awaiting(approval.id(), policies(said))));
                UndoOverdue.rest(wish, bench);
                bench.announce("UndoDecided", wish.effect(), Map.of("approval", approval.id()));
            }
        }
    }

    private static void carryOut(Held<TakingBack> held, TakingBack next, Plan plan, Workbench bench) {
        bench.put(held.replacedBy(next));
        bench.announce("UndoDecided", next.effect(), next);
        ObjectNode arguments =
                Json.object().put("execution", plan.executionId()).put("effect", next.effect());
        arguments.set("undo", Json.objectOf(plan));
        Optional.ofNullable(next.approvalId()).ifPresent(id -> arguments.put("approval", id));
        delegate(CaseTasks.CARRY_OUT_UNDO, arguments, next, bench);
    }

    private static void delegate(String kind, ObjectNode arguments, TakingBack wish, Workbench bench) {
        Task task = CaseTasks.delegate(
                AgentName.INCIDENT_RESPONSE,
                kind,
                arguments,
                wish.subject(),
                OCCASION + wish.executionId() + "/" + wish.effect() + "/" + wish.request(),
                bench.now().plus(PATIENCE));
        bench.send(task, null);
        UndoOverdue.after(PATIENCE, wish, bench);
    }

    private static void undone(Held<TakingBack> held, Outcome.Completed done, Workbench bench) {
        String inverse = done.result().path("effect").asString("");
        TakingBack ended =
                held.value().undone(inverse, done.result().path("seen").asString(""), bench.now());
        bench.put(held.replacedBy(ended));
        UndoOverdue.rest(ended, bench);
        bench.announce("EffectUndone", ended.effect(), ended);
        String what = done.result().path("what").asString("an action");
        note(ended, ended.by() + " had " + what + " taken back" + because(ended.why()), bench);
    }

    /** Before it was tried the state of things said no; after that the trying failed. */
    private static Stage failure(Held<TakingBack> held) {
        return held.value().stage() == Stage.PREPARING ? Stage.REFUSED : Stage.FAILED;
    }

    private static void end(Held<TakingBack> held, Stage how, String why, Workbench bench) {
        end(held, held.value().ended(how, why, List.of(), bench.now()), bench);
    }

    private static void end(Held<TakingBack> held, TakingBack ended, Workbench bench) {
        bench.put(held.replacedBy(ended));
        UndoOverdue.rest(ended, bench);
        String why = String.valueOf(ended.detail());
        bench.ledger(
                "UndoRefused",
                ended.effect(),
                Map.of("stage", ended.stage().name(), "why", Digest.ofParts(why).hex()));
        bench.announce("UndoRefused", ended.effect(), Map.of("why", why));
        if (ended.stage() != Stage.REFUSED) {
            note(ended, "What " + ended.by() + " wanted taken back is not, for all that is known: " + why, bench);
        }
    }

    private static void note(TakingBack wish, String text, Workbench bench) {
        new Casebook(bench.records())
                .incident(wish.subject())
                .ifPresent(held -> Case.stageFacts(bench, held.value(), List.of(new IncidentNoted(bench.now(), text))));
    }

    private static String because(String why) {
        return why.isBlank() ? "" : ": " + why;
    }

    private static boolean isOf(Held<TakingBack> held, @Nullable String request) {
        return held.value().request().equals(request);
    }

    /** The wish as it stands, unless it ended or another took its place. */
    private static Optional<Held<TakingBack>> current(
            String execution, String effect, String request, Workbench bench) {
        return new Casebook(bench.records())
                .takingBack(execution, effect)
                .filter(held -> isOf(held, request) && held.value().underWay());
    }

    private static List<String> policies(PlanDecision said) {
        return said.actions().stream()
                .flatMap(each -> each.decision().policies().stream())
                .distinct()
                .toList();
    }

    private static String why(PlanDecision said) {
        return said.actions().stream()
                .map(PlanDecision.Decided::decision)
                .map(Decision::explanation)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
