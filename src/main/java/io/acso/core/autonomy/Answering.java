package io.acso.core.autonomy;

import io.acso.domain.kernel.Principal;
import java.util.Collections;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Judges answers to approvals: whether whoever answers may, in their own right or in one that was lent to them. */
public final class Answering {

    private final Supplier<Policies> policies;
    private final Delegations delegations;
    private final Makers makers;

    /**
     * @param vote as it counts
     * @param decision whether it may be given
     */
    public record Judged(Vote vote, Decision decision) {

        public boolean counts() {
            return decision.verdict() == Decision.Verdict.PERMIT;
        }
    }

    /** @param makers so that nobody answers what their own program asked for, or once more through it */
    public Answering(Supplier<Policies> policies, Delegations delegations, Makers makers) {
        this.policies = policies;
        this.delegations = delegations;
        this.makers = makers;
    }

    /** Who has a part in what these asked for: they, and whoever made them if they are programs. */
    public Set<Principal> involved(Set<Principal> asking) {
        return makers.with(asking);
    }

    /** The programs among these of which nobody knows whose they are: whoever answers may be the one. */
    public Set<Principal> anybodys(Set<Principal> asking) {
        return asking.stream().filter(makers::isAnybodys).collect(Collectors.toUnmodifiableSet());
    }

    /** Their own right first; else the first lent one that lets them. */
    public Judged judge(Approval approval, Vote vote) {
        Approval asked = hasAPart(approval, vote.by()) ? approval.involving(vote.by()) : approval;
        Policies inForce = policies.get();
        Judged own = new Judged(vote, inForce.mayAnswer(asked, vote));
        if (own.counts() || vote.by().kind() != Principal.Kind.PERSON) {
            return own;
        }
        return delegations.lenders(vote.by()).stream()
                .map(vote::inTheRightOf)
                .map(lent -> new Judged(lent, inForce.mayAnswer(asked, lent)))
                .filter(Judged::counts)
                .findFirst()
                .orElse(own);
    }

    /** Whoever is behind them, or they, asked for it, or has answered by another name. */
    private boolean hasAPart(Approval approval, Principal by) {
        Set<Principal> behind = makers.with(Set.of(by));
        return !Collections.disjoint(approval.involved(), behind)
                || approval.votes().stream()
                        .map(Vote::by)
                        .filter(voter -> !voter.equals(by))
                        .anyMatch(voter -> !Collections.disjoint(makers.with(Set.of(voter)), behind));
    }
}
