package io.acso.core.autonomy;

import io.acso.domain.kernel.Principal;
import io.acso.platform.content.ContentSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The policies of one content snapshot, in Cedar ({@code policies/*.cedar}, {@code policies/*.cedarschema}).
 * Each names itself by {@code @id} and gives its reason by {@code @because}. What none permits is forbidden.
 *
 * <p>Cedar knows yes and no. The third verdict comes from asking again as if a person had approved.
 */
public final class Policies {

    private final String content;
    private final Map<String, LoadedPolicy> byId;
    private final CompiledPolicies all;
    private final CompiledPolicies permits;

    private Policies(String content, PolicyLoader.Loaded loaded) {
        this.content = content;
        this.byId = loaded.policies().stream().collect(Collectors.toMap(LoadedPolicy::id, policy -> policy));
        this.all = CompiledPolicies.of(loaded.schema(), loaded.policies());
        this.permits = CompiledPolicies.of(
                loaded.schema(),
                loaded.policies().stream().filter(LoadedPolicy::permits).toList());
    }

    /** @throws PoliciesInvalid when anything in them does not compile or does not fit the schema */
    public static Policies load(ContentSnapshot content) {
        return new Policies(content.hash().hex(), new PolicyLoader().load(content));
    }

    /** Hash of the content snapshot they came with. */
    public String content() {
        return content;
    }

    /** The ids of all policies, sorted. */
    public List<String> ids() {
        return List.copyOf(new TreeMap<>(byId).keySet());
    }

    /** May this principal answer the approval of this plan? Never {@code NEEDS_APPROVAL}. */
    public Decision mayApprove(Principal principal, Plan plan) {
        Answer answer = all.ask(CedarQuestion.of(principal, plan));
        if (answer.allowed()) {
            return decision(Decision.Verdict.PERMIT, answer, "Permitted by " + cited(answer.reasons()) + ".");
        }
        return decision(
                Decision.Verdict.FORBID,
                answer,
                answer.reasons().isEmpty() && answer.errors().isEmpty()
                        ? "No policy lets " + principal + " answer this approval: ask a person, or add a permit for the"
                                + " action approve to policies/."
                        : refusal(answer));
    }

    Decision decide(Situation situation) {
        Answer now = all.ask(CedarQuestion.of(situation));
        if (now.allowed()) {
            return decision(Decision.Verdict.PERMIT, now, "Permitted by " + cited(now.reasons()) + ".");
        }
        Situation approved = situation.with(Situation.Approver.PERSON);
        Answer later = situation.equals(approved) ? now : all.ask(CedarQuestion.of(approved));
        return later.allowed() ? needsApproval(now, later) : forbidden(approved, later);
    }

    private Decision needsApproval(Answer now, Answer later) {
        String why = now.reasons().isEmpty() ? "No policy permits it unapproved" : "Held by " + cited(now.reasons());
        TreeSet<String> deciding = new TreeSet<>(now.reasons());
        deciding.addAll(later.reasons());
        return new Decision(
                Decision.Verdict.NEEDS_APPROVAL,
                List.copyOf(deciding),
                why + ". With a person's approval it is permitted by " + cited(later.reasons()) + ".",
                content);
    }

    private Decision forbidden(Situation approved, Answer answer) {
        String why = answer.reasons().isEmpty() && answer.errors().isEmpty()
                ? "No policy permits " + approved.kind() + " to " + approved.principal() + " here, approved or not."
                : refusal(answer);
        return decision(Decision.Verdict.FORBID, answer, why + nearest(approved, answer));
    }

    /** What would have permitted it, had it not been forbidden or been a graver or smaller matter. */
    private String nearest(Situation approved, Answer answer) {
        if (!answer.errors().isEmpty()) {
            return "";
        }
        Answer otherwise = permits.ask(CedarQuestion.of(approved));
        if (otherwise.allowed()) {
            return " Without that, and approved by a person, it would be permitted by " + cited(otherwise.reasons())
                    + ".";
        }
        Answer atBest = permits.ask(CedarQuestion.of(approved.atBest()));
        return atBest.allowed()
                ? " The nearest permit is " + cited(atBest.reasons()) + ": its conditions do not hold."
                : " Add a permit for it to policies/ if it is wanted.";
    }

    private String refusal(Answer answer) {
        return answer.errors().isEmpty()
                ? "Forbidden by " + cited(answer.reasons()) + "."
                : "Forbidden, as the policies could not be applied: " + String.join("; ", answer.errors())
                        + ". Declare the action kind in a policies/*.cedarschema file, or mend the policy.";
    }

    private Decision decision(Decision.Verdict verdict, Answer answer, String explanation) {
        return new Decision(verdict, answer.reasons().stream().sorted().toList(), explanation, content);
    }

    private String cited(Collection<String> ids) {
        return ids.stream()
                .sorted()
                .map(id -> byId.containsKey(id) ? byId.get(id).cited() : id)
                .collect(Collectors.joining(", "));
    }
}
