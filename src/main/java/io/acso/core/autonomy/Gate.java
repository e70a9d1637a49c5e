package io.acso.core.autonomy;

import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import io.acso.platform.durability.Durability;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one door. Kill switch, caps, autonomy levels, inventory and policies are read anew for every decision, so a
 * decision is only ever as old as the moment it is used.
 */
public final class Gate {

    private static final Duration VALIDITY = Duration.ofSeconds(60);

    private final Supplier<Policies> policies;
    private final Supplier<Inventory> inventory;
    private final AutonomyLevels levels;
    private final KillSwitch killSwitch;
    private final Caps caps;
    private final InstantSource clock;

    /**
     * @param policies gives the policies in force
     * @param inventory gives the inventory as it is known now
     */
    public Gate(
            Durability durability,
            Supplier<Policies> policies,
            Supplier<Inventory> inventory,
            AutonomyLevels levels,
            KillSwitch killSwitch,
            InstantSource clock) {
        this.policies = policies;
        this.inventory = inventory;
        this.levels = levels;
        this.killSwitch = killSwitch;
        this.caps = new Caps(durability);
        this.clock = clock;
    }

    /** What it would say now, with nobody's approval. */
    public Decision decide(GateRequest request) {
        Standing standing = standing(request);
        return policies.get().decide(situation(request, standing, Situation.Approver.NOBODY, 0, 0));
    }

    /** What it would say now of each action, each counted as if those before it had been carried out. */
    public PlanDecision plan(Plan plan, Principal agent, Severity severity, int confidence) {
        List<PlanDecision.Decided> decided = new ArrayList<>();
        for (PlannedAction planned : plan.actions()) {
            GateRequest request = new GateRequest(
                    agent, planned, plan.executionId(), plan.subject(), severity, confidence, plan.hash());
            String kind = planned.action().kind();
            long ofKind = decided.stream()
                    .filter(before -> before.planned().action().kind().equals(kind))
                    .count();
            Situation situation =
                    situation(request, standing(request), Situation.Approver.NOBODY, decided.size(), ofKind);
            decided.add(new PlanDecision.Decided(planned, policies.get().decide(situation)));
        }
        return new PlanDecision(decided);
    }

    /**
     * Decides at the moment of effect. For {@link Effects} alone, which commits the intent under the standing.
     *
     * @param counted when an earlier attempt at this same effect was counted, if there was one
     */
    Authorization authorize(GateRequest request, Optional<Approval> approval, Optional<Instant> counted) {
        Instant now = clock.instant();
        Policies inForce = policies.get();
        Standing standing = standing(request);
        Standing before = counted.map(then -> new Standing(
                        standing.kill(), standing.level(), standing.counts().without(then)))
                .orElse(standing);
        Optional<Approval> counting = approval.filter(answer -> counts(answer, request, inForce, now));
        Situation.Approver approver =
                counting.map(Approval::answeredBy).map(Situation.Approver::of).orElse(Situation.Approver.NOBODY);
        Decision decision = inForce.decide(situation(request, before, approver, 0, 0));
        if (decision.verdict() != Decision.Verdict.PERMIT) {
            return new Authorization.Held(decision);
        }
        Authorized authorized = new Authorized(
                request.planned().action(), request.planHash(), request.idempotencyKey(), now.plus(VALIDITY));
        return new Authorization.Granted(authorized, decision, standing, counting);
    }

    /** Whether it is about exactly this, and whoever answered may do so under the policies in force. */
    private static boolean counts(Approval answer, GateRequest request, Policies inForce, Instant now) {
        PlannedAction planned = request.planned();
        Principal by = answer.answeredBy();
        return by != null
                && answer.executionId().equals(request.executionId())
                && answer.covers(request.planHash(), planned.stepId(), planned.action(), now)
                && inForce.mayApprove(by, answer.plan()).verdict() == Decision.Verdict.PERMIT;
    }

    private Standing standing(GateRequest request) {
        String kind = request.planned().action().kind();
        return new Standing(
                killSwitch.read(request.principal()),
                levels.read(request.principal(), kind),
                caps.count(request.executionId(), kind, clock.instant()));
    }

    private Situation situation(
            GateRequest request,
            Standing standing,
            Situation.Approver approver,
            long moreInExecution,
            long moreOfKind) {
        PlannedAction planned = request.planned();
        Target target = planned.action().target();
        Inventory known = inventory.get();
        return new Situation(
                request.principal(),
                planned.action().kind(),
                target,
                target.in(known),
                request.severity(),
                request.confidence(),
                BlastRadius.of(planned.dryRun(), known),
                planned.dryRun().inverse() != null,
                approver,
                standing.counts().inExecution() + moreInExecution,
                standing.counts().inLastHour() + moreOfKind,
                standing.level().level(),
                standing.kill().engaged());
    }
}
