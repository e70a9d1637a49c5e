package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Answering;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.ApprovalTerms;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.Policies;
import io.acso.core.autonomy.Vote;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Asks people, one group after the other, and keeps the time. */
final class Approving {

    /** One of two different people is not behind it. */
    private static final int NOT_ALONE = 2;

    private final Supplier<Policies> policies;
    private final Answering answering;
    private final SupervisorSettings settings;

    /**
     * What is to be asked.
     *
     * @param occasion empty for the plan as a whole
     * @param need what policies ask of the approval
     * @param involved who asked for it or triggered it; who is behind a program is added
     * @param terms what the playbook asks, beside {@code approvers.yml}; empty when it asks nothing
     */
    record Question(
            Plan plan,
            String occasion,
            String why,
            Optional<Decision.Need> need,
            Set<Principal> involved,
            Optional<ApprovalTerms> terms) {

        static Question about(Plan plan, String occasion, String why) {
            return new Question(plan, occasion, why, Optional.empty(), Set.of(), Optional.empty());
        }

        Question needing(Optional<Decision.Need> what) {
            return new Question(plan, occasion, why, what, involved, terms);
        }

        Question involving(Set<Principal> people) {
            return new Question(plan, occasion, why, need, people, terms);
        }

        Question under(Optional<ApprovalTerms> further) {
            return new Question(plan, occasion, why, need, involved, further);
        }
    }

    Approving(Supplier<Policies> policies, Answering answering, SupervisorSettings settings) {
        this.policies = policies;
        this.answering = answering;
        this.settings = settings;
    }

    Approval ask(Plan plan, String occasion, String why, Workbench bench) {
        return ask(Question.about(plan, occasion, why), bench);
    }

    /** Asks about a plan. A service that a policy lets answer is asked first; else people have until it expires. */
    Approval ask(Question question, Workbench bench) {
        Plan plan = question.plan();
        ApprovalTerms terms = terms(question);
        Approval approval = Approval.request(
                plan,
                question.occasion(),
                why(question, terms),
                AgentName.SUPERVISOR.principal(),
                answering.involved(question.involved()),
                terms,
                bench.now());
        bench.put(CaseKeys.newApproval(approval));
        bench.ledger(
                "ApprovalRequested",
                approval.id(),
                Map.of(
                        "planHash", plan.hash().hex(),
                        "execution", plan.executionId(),
                        "quorum", Integer.toString(terms.quorum()),
                        "policySet", policies.get().content()));
        bench.announce("ApprovalRequested", approval.id(), approval);
        at(approval.expires(), "approval#", CaseTasks.EXPIRE_APPROVAL, approval, bench);
        escalateLater(approval, bench);
        settings.standingApprovers().stream()
                .map(Principal::service)
                .map(service -> judge(approval, Vote.of(service, true, bench.now(), null)))
                .filter(Answering.Judged::counts)
                .findFirst()
                .ifPresent(judged -> answer(approval, judged, bench));
        return approval;
    }

    /** Whether an answer may be given, and in whose right. */
    Answering.Judged judge(Approval approval, Vote vote) {
        return answering.judge(approval, vote);
    }

    /** Has the next group asked when its time comes. */
    static void escalateLater(Approval approval, Workbench bench) {
        approval.escalates().ifPresent(when -> at(when, "escalation#", CaseTasks.ESCALATE_APPROVAL, approval, bench));
    }

    /** Nobody needs to be reminded of it any more. */
    static void rest(String approvalId, Workbench bench) {
        bench.cancel("approval#" + approvalId);
        bench.cancel("escalation#" + approvalId);
    }

    /** Closes a question that nobody needs to answer any more; null when there is none. */
    static void close(@Nullable String approvalId, Approval.Status how, String why, Workbench bench) {
        if (approvalId == null) {
            return;
        }
        new Casebook(bench.records()).approval(approvalId).ifPresent(held -> {
            Approval closed = held.value().closed(how, bench.now(), why);
            if (!closed.equals(held.value())) {
                bench.put(held.replacedBy(closed));
                bench.announce("ApprovalClosed", closed.id(), closed);
            }
        });
        rest(approvalId, bench);
    }

    private ApprovalTerms terms(Question question) {
        ApprovalTerms written = policies.get().terms(question.plan(), settings.approvalValid());
        ApprovalTerms asked = question.terms().map(terms -> terms.and(written)).orElse(written);
        ApprovalTerms separate = answering.anybodys(question.involved()).isEmpty()
                ? asked
                : asked.and(new ApprovalTerms(NOT_ALONE, asked.validity(), List.of(), asked.assurance()));
        return question.need()
                .map(need ->
                        separate.and(new ApprovalTerms(need.people(), asked.validity(), List.of(), need.assurance())))
                .orElse(separate);
    }

    private String why(Question question, ApprovalTerms terms) {
        String why = question.why();
        List<String> empty = policies.get().withoutMembers(terms);
        if (!empty.isEmpty()) {
            why += " (nobody is in " + String.join(", ", empty) + ": policies/approvers.yml names who is)";
        }
        Set<Principal> anybodys = answering.anybodys(question.involved());
        if (!anybodys.isEmpty()) {
            why += anybodys.stream()
                    .map(Principal::toString)
                    .sorted()
                    .collect(Collectors.joining(
                            ", ",
                            " (two people answer, since nobody knows whose program asked: acso.identity.owners names whose ",
                            " is)"));
        }
        return why;
    }

    private static void at(Instant when, String timer, String kind, Approval approval, Workbench bench) {
        bench.schedule(
                timer + approval.id(),
                when,
                CaseTasks.toSupervisor(
                        kind,
                        approval.id() + "/" + approval.stage(),
                        Json.object().put("approval", approval.id()),
                        AgentName.SUPERVISOR.principal(),
                        bench.now(),
                        approval.subject()),
                approval.subject());
    }

    private static void answer(Approval approval, Answering.Judged judged, Workbench bench) {
        Principal service = judged.vote().by();
        ObjectNode arguments = Json.object()
                .put("approval", approval.id())
                .put("planHash", approval.planHash().hex())
                .put("approve", true)
                .put("by", service.toString())
                .put("comment", judged.decision().explanation());
        bench.send(
                CaseTasks.toSupervisor(
                        CaseTasks.ANSWER_APPROVAL,
                        approval.id() + "/" + service,
                        arguments,
                        service,
                        bench.now(),
                        approval.subject()),
                approval.subject());
    }
}
