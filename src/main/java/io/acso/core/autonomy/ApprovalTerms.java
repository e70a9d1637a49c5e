package io.acso.core.autonomy;

import java.time.Duration;
import java.util.List;

/**
 * What it takes to approve.
 *
 * @param quorum how many people must agree, each counted once, from 1; one who disagrees is enough to reject
 * @param validity how long the question stands, and an approval counts, from when it was asked
 * @param chain who is asked, and who next when nobody has decided; empty for whoever the policies let answer
 * @param assurance how strongly each must have proved who they are
 */
public record ApprovalTerms(int quorum, Duration validity, List<Stage> chain, Assurance assurance) {

    /** In the place of a group: whoever the policies let answer. */
    public static final String ANYONE = "*";

    /** No team is larger. */
    public static final int MOST = 20;

    /**
     * One link of the escalation chain. Those before it may still answer.
     *
     * @param group as {@code policies/approvers.yml} names it
     * @param after since the question was asked
     */
    public record Stage(String group, Duration after) {}

    /** @throws IllegalArgumentException naming what is out of range */
    public ApprovalTerms {
        chain = List.copyOf(chain);
        if (quorum < 1 || quorum > MOST) {
            throw new IllegalArgumentException("quorum goes from 1 to " + MOST + ", not " + quorum);
        }
        if (!validity.isPositive()) {
            throw new IllegalArgumentException("validity is a time from now on, such as PT4H, not " + validity);
        }
        for (int i = 1; i < chain.size(); i++) {
            if (chain.get(i).after().compareTo(chain.get(i - 1).after()) <= 0) {
                throw new IllegalArgumentException(
                        "the chain asks " + chain.get(i).group() + " no later than the group before it");
            }
        }
    }

    /** One person of whoever the policies let answer. */
    public static ApprovalTerms one(Duration validity) {
        return new ApprovalTerms(1, validity, List.of(), Assurance.TOKEN);
    }

    /** What satisfies both; the chain is this one's if it has any. */
    public ApprovalTerms and(ApprovalTerms other) {
        return new ApprovalTerms(
                Math.max(quorum, other.quorum),
                validity.compareTo(other.validity) < 0 ? validity : other.validity,
                chain.isEmpty() ? other.chain : chain,
                assurance.atLeast(other.assurance) ? assurance : other.assurance);
    }
}
