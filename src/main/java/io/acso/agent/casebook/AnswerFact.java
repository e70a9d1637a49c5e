package io.acso.agent.casebook;

import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.Vote;
import java.util.HashMap;
import java.util.Map;

/**
 * What the ledger keeps of an answer to a question.
 *
 * @param kind that it was granted, rejected, or supported while more are asked
 */
public record AnswerFact(String kind, Map<String, String> facts) {

    public AnswerFact {
        facts = Map.copyOf(facts);
    }

    /** @param answered the question with the answer */
    public static AnswerFact of(Approval answered, Vote vote) {
        Map<String, String> facts = new HashMap<>();
        facts.put("planHash", answered.planHash().hex());
        facts.put("by", vote.by().toString());
        facts.put("assurance", vote.assurance().name());
        if (vote.onBehalfOf() != null) {
            facts.put("onBehalfOf", vote.right().toString());
        }
        String kind = switch (answered.status()) {
            case APPROVED -> "ApprovalGranted";
            case REJECTED -> "ApprovalRejected";
            default -> "ApprovalSupported";
        };
        return new AnswerFact(kind, facts);
    }
}
