package io.acso.core.autonomy;

import io.acso.domain.kernel.Principal;
import java.util.function.Supplier;

/** Judges answers to approvals: whether whoever answers may, in their own right or in one that was lent to them. */
public final class Answering {

    private final Supplier<Policies> policies;
    private final Delegations delegations;

    /**
     * @param vote as it counts
     * @param decision whether it may be given
     */
    public record Judged(Vote vote, Decision decision) {

        public boolean counts() {
            return decision.verdict() == Decision.Verdict.PERMIT;
        }
    }

    public Answering(Supplier<Policies> policies, Delegations delegations) {
        this.policies = policies;
        this.delegations = delegations;
    }

    /** Their own right first; else the first lent one that lets them. */
    public Judged judge(Approval approval, Vote vote) {
        Policies inForce = policies.get();
        Judged own = new Judged(vote, inForce.mayAnswer(approval, vote));
        if (own.counts() || vote.by().kind() != Principal.Kind.PERSON) {
            return own;
        }
        return delegations.lenders(vote.by()).stream()
                .map(vote::inTheRightOf)
                .map(lent -> new Judged(lent, inForce.mayAnswer(approval, lent)))
                .filter(Judged::counts)
                .findFirst()
                .orElse(own);
    }
}
