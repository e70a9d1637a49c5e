package io.acso.core.autonomy;

import io.acso.core.autonomy.Situation.Agreed;
import io.acso.core.autonomy.Situation.Tally;
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
 * The one door. Kill switch, caps, freezes, autonomy levels, inventory and policies are read anew for every decision,
 * so a decision is only ever as old as the moment it is used.
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
        Instant now = clock.instant();
        Standing standing = standing(request, Optional.empty());
        Tally tally = standing.counts().tally(now);
        return policies.get().decide(situation(request, standing, tally, Agreed.NOBODY, now));
    }

    /** What it would say now of each action, each counted as if those before it had been carried out. */
    public PlanDecision plan(Plan plan, Principal agent, Severity severity, int confidence) {
        Instant now = clock.instant();
        Ahead ahead = new Ahead();
        List<PlanDecision.Decided> decided = new ArrayList<>();
        for (PlannedAction planned : plan.actions()) {
            GateRequest request = request(plan, planned, agent, severity, confidence);
            decided.add(new PlanDecision.Decided(planned, ahead(request, ahead, now)));
            ahead.add(planned, 1);
        }
        List<PlanDecision.DecidedConstraint> late = new ArrayList<>();
        for (Constraint constraint : plan.constraints()) {
            PlannedAction most = constraint.most(inventory.get());
            GateRequest request = request(plan, most, agent, severity, confidence);
            ahead.add(most, constraint.most() - 1L);
            late.add(new PlanDecision.DecidedConstraint(constraint, ahead(request, ahead, now)));
            ahead.add(most, 1);
        }
        return new PlanDecision(decided, late);
    }

    /**
     * Decides at the moment of effect. For {@link Effects} alone, which commits the intent under the standing.
     *
     * @param counted when an earlier attempt at this same effect was counted, if there was one
     */
    Authorization authorize(GateRequest request, Optional<Approval> approval, Optional<Instant> counted) {
        Instant now = clock.instant();
        Policies inForce = policies.get();
        Optional<Approval> about = approval.filter(answer -> isAbout(answer, request, now));
        Optional<Constraint> constraint = about.flatMap(answer -> constraint(answer.plan(), request.planned()));
        Standing standing = standing(request, constraint.map(Constraint::name));
        Standing before = counted.map(standing::before).orElse(standing);
        Optional<Approval> counting = about.filter(answer -> constraint
                .map(within -> within.admits(request.planned())
                        && before.counts().used() < within.most())
                .orElse(true));
        Agreed agreed = counting.map(answer -> agreed(answer, inForce)).orElse(Agreed.NOBODY);
        Situation situation =
                situation(request, before, before.counts().tally(now), agreed, now);
        Decision decision = inForce.decide(situation);
        if (decision.verdict() != Decision.Verdict.PERMIT) {
            return paced(inForce, situation) ? new Authorization.Paced(decision) : new Authorization.Held(decision);
        }
        Authorized authorized = new Authorized(
                request.planned().action(), request.planHash(), request.idempotencyKey(), now.plus(VALIDITY));
        return new Authorization.Granted(authorized, decision, standing, counting.filter(answer -> agreed.given()));
    }

    private static boolean paced(Policies inForce, Situation situation) {
        Situation later = situation.with(situation.before().aMinuteLater());
        return !later.equals(situation) && inForce.decide(later).verdict() == Decision.Verdict.PERMIT;
    }

    private static boolean isAbout(Approval answer, GateRequest request, Instant now) {
        PlannedAction planned = request.planned();
        return answer.executionId().equals(request.executionId())
                && answer.covers(request.planHash(), planned.stepId(), planned.action(), now);
    }

    private static Optional<Constraint> constraint(Plan plan, PlannedAction planned) {
        return plan.contains(planned.stepId(), planned.action())
                ? Optional.empty()
                : plan.constraint(planned.stepId(), planned.action());
    }

    /** What the answers are worth under the policies in force: those count whose givers may still give them. */
    private static Agreed agreed(Approval answer, Policies inForce) {
        List<Vote> valid = answer.votes().stream()
                .filter(Vote::approve)
                .filter(vote -> inForce.mayAnswer(answer, vote).verdict() == Decision.Verdict.PERMIT)
                .toList();
        if (valid.size() < answer.terms().quorum()) {
            return Agreed.NOBODY;
        }
        boolean people = valid.stream().allMatch(vote -> vote.by().kind() == Principal.Kind.PERSON);
        Assurance least =
                valid.stream().map(Vote::assurance).min(Assurance::compareTo).orElse(Assurance.TOKEN);
        return new Agreed(
                people ? Situation.Approver.PERSON : Situation.Approver.SERVICE, valid.size(), least);
    }

    private Decision ahead(GateRequest request, Ahead ahead, Instant now) {
        Standing standing = standing(request, Optional.empty());
        Tally tally = ahead.on(standing.counts().tally(now), request.planned().action());
        return policies.get().decide(situation(request, standing, tally, Agreed.NOBODY, now));
    }

    private static GateRequest request(
            Plan plan, PlannedAction planned, Principal agent, Severity severity, int confidence) {
        return new GateRequest(
                agent, planned, plan.executionId(), plan.subject(), severity, confidence, plan.hash());
    }

    private Standing standing(GateRequest request, Optional<String> constraint) {
        return new Standing(
                killSwitch.read(request.principal()),
                levels.read(request.principal(), request.planned().action().kind()),
                caps.count(Caps.Claim.of(request, constraint)));
    }

    private Situation situation(
            GateRequest request, Standing standing, Tally tally, Agreed agreed, Instant now) {
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
                agreed,
                tally,
                standing.level().level(),
                policies.get().freeze(now, target.scope()).isPresent(),
                standing.kill().engaged());
    }
}
