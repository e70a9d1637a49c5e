package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.Policies;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Asks people, and keeps the time. */
final class Approving {

    private final Supplier<Policies> policies;
    private final SupervisorSettings settings;

    Approving(Supplier<Policies> policies, SupervisorSettings settings) {
        this.policies = policies;
        this.settings = settings;
    }

    /** Asks about a plan. A service that a policy lets answer is asked first; else a person has until it expires. */
    Approval ask(Plan plan, String occasion, String why, Workbench bench) {
        Approval approval = Approval.request(
                plan,
                occasion,
                why,
                AgentName.SUPERVISOR.principal(),
                bench.now(),
                bench.now().plus(settings.approvalValid()));
        bench.put(CaseKeys.newApproval(approval));
        bench.ledger(
                "ApprovalRequested",
                approval.id(),
                Map.of("planHash", plan.hash().hex(), "execution", plan.executionId()));
        bench.announce("ApprovalRequested", approval.id(), approval);
        ObjectNode subject = Json.object().put("approval", approval.id());
        bench.schedule(
                "approval#" + approval.id(),
                approval.expires(),
                CaseTasks.toSupervisor(
                        CaseTasks.EXPIRE_APPROVAL,
                        approval.id(),
                        subject,
                        AgentName.SUPERVISOR.principal(),
                        bench.now(),
                        plan.subject()),
                plan.subject());
        settings.standingApprovers().stream()
                .map(Principal::service)
                .filter(service -> mayAnswer(service, plan).verdict() == Decision.Verdict.PERMIT)
                .findFirst()
                .ifPresent(service -> answer(approval, service, bench));
        return approval;
    }

    Decision mayAnswer(Principal who, Plan plan) {
        return policies.get().mayApprove(who, plan);
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
        bench.cancel("approval#" + approvalId);
    }

    private void answer(Approval approval, Principal service, Workbench bench) {
        ObjectNode arguments = Json.object()
                .put("approval", approval.id())
                .put("planHash", approval.planHash().hex())
                .put("approve", true)
                .put("by", service.toString())
                .put("comment", mayAnswer(service, approval.plan()).explanation());
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
