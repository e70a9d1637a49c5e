package io.acso.core.autonomy;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A question to people about one exact plan, and their answers.
 *
 * @param planHash what the answers are bound to
 * @param occasion empty for the plan as a whole, else what it was asked for, such as {@code step/attempt}
 * @param requestedBy the agent that asks
 * @param involved people who asked for or triggered what is to be approved
 * @param expires after this no answer counts any more
 * @param stage how far the chain of the terms has come, from 0
 * @param votes in the order they came
 * @param answeredBy whose answer decided; null while pending, and when it was closed without one
 */
public record Approval(
        String id,
        String executionId,
        String subject,
        Digest planHash,
        Plan plan,
        String occasion,
        String why,
        Principal requestedBy,
        Set<Principal> involved,
        ApprovalTerms terms,
        Instant requested,
        Instant expires,
        Integer stage,
        Status status,
        List<Vote> votes,
        @Nullable Principal answeredBy,
        @Nullable Instant answered,
        @Nullable String comment) {

    /** Where the question stands. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        EXPIRED,
        /** The plan it was about was replaced. */
        SUPERSEDED
    }

    /** Records of platforms before quorums have one answer and no terms. */
    public Approval {
        if (!planHash.equals(plan.hash())) {
            throw new IllegalArgumentException("approval " + id + " does not belong to its plan");
        }
        stage = stage == null ? 0 : stage;
        involved = involved == null ? Set.of() : Set.copyOf(involved);
        terms = terms == null ? ApprovalTerms.one(Duration.between(requested, expires)) : terms;
        votes = votes == null ? single(status, answeredBy, answered, comment) : List.copyOf(votes);
    }

    /** A question about a plan as a whole, to one person of whoever may answer. */
    public static Approval request(Plan plan, String why, Principal by, Instant now, Instant expires) {
        return request(plan, "", why, by, Set.of(), ApprovalTerms.one(Duration.between(now, expires)), now);
    }

    /** A question asked once for each {@code occasion}, such as an attempt at one step. */
    public static Approval request(
            Plan plan,
            String occasion,
            String why,
            Principal by,
            Set<Principal> involved,
            ApprovalTerms terms,
            Instant now) {
        return new Approval(
                Digest.id("apr", plan.executionId(), plan.hash().hex(), occasion),
                plan.executionId(),
                plan.subject(),
                plan.hash(),
                plan,
                occasion,
                why,
                by,
                involved,
                terms,
                now,
                now.plus(terms.validity()),
                0,
                Status.PENDING,
                List.of(),
                null,
                null,
                null);
    }

    /**
     * The approval with one answer more: decided when it was a no, or the last yes of the quorum. Whether policies let
     * whoever answers answer is {@link Policies#mayAnswer}.
     *
     * @throws IllegalStateException when it is not pending, has expired, or this person's answer does not count here
     */
    public Approval answer(Vote vote) {
        if (status != Status.PENDING) {
            throw new IllegalStateException("approval " + id + " is already " + status
                    + (answeredBy == null ? "" : ", by " + answeredBy + " at " + answered));
        }
        if (!vote.at().isBefore(expires)) {
            throw new IllegalStateException("approval " + id + " expired at " + expires);
        }
        if (vote.by().kind() == Principal.Kind.AGENT || vote.involves(requestedBy)) {
            throw new IllegalStateException("an agent does not approve, least of all what it asked for itself");
        }
        if (votes.stream().anyMatch(before -> before.involves(vote.by()) || before.involves(vote.right()))) {
            throw new IllegalStateException(
                    vote.right() + " has answered already, and nobody counts twice: ask another person");
        }
        List<Vote> all = new ArrayList<>(votes);
        all.add(vote);
        boolean decided = !vote.approve() || all.size() >= terms.quorum();
        Status next = decided ? (vote.approve() ? Status.APPROVED : Status.REJECTED) : Status.PENDING;
        return with(next, stage, all, decided ? vote : null, decided ? vote.at() : null, vote.remark());
    }

    /** The same question, to be judged as one that they have a part in. */
    Approval involving(Principal further) {
        Set<Principal> all = new TreeSet<>(Comparator.comparing(Principal::toString));
        all.addAll(involved);
        all.add(further);
        return new Approval(
                id,
                executionId,
                subject,
                planHash,
                plan,
                occasion,
                why,
                requestedBy,
                all,
                terms,
                requested,
                expires,
                stage,
                status,
                votes,
                answeredBy,
                answered,
                comment);
    }

    /** The approval, closed without an answer. */
    public Approval closed(Status how, Instant now, String why) {
        return status == Status.PENDING ? with(how, stage, votes, null, now, why) : this;
    }

    /** When the next group of the chain is asked; empty at its end. */
    public Optional<Instant> escalates() {
        return status == Status.PENDING && stage + 1 < terms.chain().size()
                ? Optional.of(requested.plus(terms.chain().get(stage + 1).after()))
                : Optional.empty();
    }

    /** The same question, put to the next group too. */
    public Approval escalated() {
        return escalates().isPresent() ? with(status, stage + 1, votes, null, null, comment) : this;
    }

    /** The groups that are asked by now; empty when anybody whom policies let may answer. */
    public Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        terms.chain().stream().limit(stage + 1L).forEach(asked -> groups.add(asked.group()));
        return groups.contains(ApprovalTerms.ANYONE) ? Set.of() : groups;
    }

    /** How many more must agree. */
    public int missing() {
        return status == Status.PENDING ? terms.quorum() - votes.size() : 0;
    }

    /** Whether it lets this action of this plan through now, as one of its actions or within a constraint. */
    public boolean covers(Digest hash, String stepId, Action action, Instant now) {
        return status == Status.APPROVED
                && now.isBefore(expires)
                && planHash.equals(hash)
                && (plan.contains(stepId, action)
                        || plan.constraint(stepId, action).isPresent());
    }

    private static List<Vote> single(
            Status status, @Nullable Principal by, @Nullable Instant at, @Nullable String remark) {
        return by == null || at == null ? List.of() : List.of(Vote.of(by, status == Status.APPROVED, at, remark));
    }

    private Approval with(
            Status next,
            int reached,
            List<Vote> all,
            @Nullable Vote deciding,
            @Nullable Instant when,
            @Nullable String remark) {
        return new Approval(
                id,
                executionId,
                subject,
                planHash,
                plan,
                occasion,
                why,
                requestedBy,
                involved,
                terms,
                requested,
                expires,
                reached,
                next,
                all,
                deciding == null ? null : deciding.by(),
                when,
                remark);
    }
}
