package io.acso.core.autonomy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.acso.core.autonomy.Decision.Verdict;
import io.acso.core.autonomy.Situation.Agreed;
import io.acso.domain.kernel.Principal;
import io.acso.platform.content.ContentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one content snapshot: Cedar ({@code policies/*.cedar}, {@code policies/*.cedarschema}), who approves
 * ({@code policies/approvers.yml}) and when changes are frozen ({@code policies/*.ics}). Each Cedar policy names itself
 * by {@code @id} and gives its reason by {@code @because}. What none permits is forbidden.
 *
 * <p>Cedar knows yes and no. The third verdict comes from asking again as if people had approved.
 */
public final class Policies {

    static final String FOLDER = "policies/";

    /** Situations whose decision is remembered; the same again is the same, as all that counts is part of it. */
    private static final int REMEMBERED = 10_000;

    private final String content;
    private final Map<String, String> files;
    private final Map<String, LoadedPolicy> byId;
    private final PolicySlices slices;
    private final Approvers approvers;
    private final Freezes freezes;
    private final Explanations explanations;
    private final Cache<Situation, Decision> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<Asking, Decision> operated =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private Policies(ContentSnapshot folder, PolicyLoader.Loaded loaded) {
        this.content = folder.hash().hex();
        this.files = folder.files();
        this.byId = loaded.policies().stream().collect(Collectors.toMap(LoadedPolicy::id, policy -> policy));
        this.slices = new PolicySlices(loaded.schema(), loaded.policies());
        this.approvers = loaded.approvers();
        this.freezes = loaded.freezes();
        this.explanations = new Explanations(byId);
    }

    /** @throws PoliciesInvalid when anything in them does not compile or does not fit the schema */
    public static Policies load(ContentSnapshot content) {
        return new Policies(folder(content), new PolicyLoader().load(content));
    }

    /** What of the content makes a policy set, by its own hash. */
    static ContentSnapshot folder(ContentSnapshot content) {
        return ContentSnapshot.of(content.below(FOLDER));
    }

    /** Hash of the policy set: of all files below {@code policies/}. */
    public String content() {
        return content;
    }

    /** The set's files, by path. */
    public Map<String, String> files() {
        return files;
    }

    /** The ids of all policies, sorted. */
    public List<String> ids() {
        return List.copyOf(new TreeMap<>(byId).keySet());
    }

    /** The action kinds that the schema declares, sorted. */
    public Set<String> kinds() {
        return slices.kinds();
    }

    /** What callers may ask the platform for, as the schema declares it, sorted: {@code incident.read}. */
    public Set<String> operations() {
        return slices.operations();
    }

    /** The groups that somebody may answer for. */
    public Set<String> groupsOf(Principal person) {
        return approvers.of(person);
    }

    /** The name of a change freeze that holds for a scope. */
    public Optional<String> freeze(Instant now, String scope) {
        return freezes.holds(now, scope);
    }

    /** What it takes to approve this plan by {@code approvers.yml}. @param usual how long a question stands at most */
    public ApprovalTerms terms(Plan plan, Duration usual) {
        return approvers.terms(plan, usual);
    }

    /** The groups of the chain that nobody belongs to. */
    public List<String> withoutMembers(ApprovalTerms terms) {
        return terms.chain().stream()
                .map(ApprovalTerms.Stage::group)
                .filter(group -> !group.equals(ApprovalTerms.ANYONE))
                .filter(group ->
                        approvers.groups().getOrDefault(group, Set.of()).isEmpty())
                .toList();
    }

    /** May whoever gives this answer answer this approval? Never {@code NEEDS_APPROVAL}. */
    public Decision mayAnswer(Approval approval, Vote vote) {
        Principal right = vote.right();
        Set<String> groups = approvers.of(right);
        Set<String> asked = approval.groups();
        if (!asked.isEmpty() && groups.stream().noneMatch(asked::contains)) {
            return refused(null, right + " is in none of the groups that are asked: " + String.join(", ", asked) + ".");
        }
        Assurance needed = approval.terms().assurance();
        if (!vote.assurance().atLeast(needed)) {
            return refused(
                    new Decision.Need(1, needed),
                    "This approval takes proof of who answers by " + needed + " at least, and " + vote.by() + " gave "
                            + vote.assurance() + ": sign in again with it.");
        }
        boolean involved = approval.involved().stream().anyMatch(vote::involves);
        return judged(
                vote.assurance(),
                assurance -> slices.ask(
                        CedarQuestion.APPROVE,
                        CedarQuestion.of(
                                right, groups, approval.plan(), vote.approve(), assurance, involved, slices::groupsOf)),
                "No policy lets " + right
                        + " answer this approval: ask a person, or add a permit for the action approve"
                        + " to policies/.");
    }

    /**
     * May this caller have the platform do this? Never {@code NEEDS_APPROVAL}; a refusal that a stronger proof of who
     * they are would turn says so in {@link Decision#need}.
     */
    public Decision may(Asking asking) {
        return operated.get(asking, this::operate);
    }

    private Decision operate(Asking asking) {
        Set<String> groups = approvers.of(asking.principal());
        return judged(
                asking.assurance(),
                assurance ->
                        slices.ask(asking.operation(), CedarQuestion.of(asking.provenBy(assurance), groups)),
                "No policy lets " + asking.principal() + " do " + asking.operation()
                        + ": ask an administrator for a role that may.");
    }

    /** What one answer says, and whether a stronger proof of who they are would have changed a no. */
    private Decision judged(Assurance given, Function<Assurance, Answer> asked, String nothing) {
        Answer answer = asked.apply(given);
        if (answer.allowed()) {
            return decision(Verdict.PERMIT, answer, explanations.permitted(answer));
        }
        Optional<Decision.Need> stronger = Arrays.stream(Assurance.values())
                .filter(each -> !given.atLeast(each) && asked.apply(each).allowed())
                .findFirst()
                .map(each -> new Decision.Need(1, each));
        return new Decision(
                Verdict.FORBID,
                answer.reasons().stream().sorted().toList(),
                explanations.refused(answer, nothing),
                content,
                stronger.orElse(null),
                null);
    }

    /** What may be done in this situation, and what it would take. */
    Decision decide(Situation situation) {
        return remembered.get(situation, this::judge);
    }

    private Decision judge(Situation situation) {
        Answer now = ask(situation);
        if (now.allowed()) {
            return decision(Verdict.PERMIT, now, explanations.permitted(now));
        }
        Situation approved = situation.with(Agreed.ONE_PERSON);
        Answer later = ask(approved);
        if (later.allowed()) {
            return held(now, later, Decision.Need.ONE_PERSON);
        }
        Answer best = ask(situation.with(Agreed.EVERYBODY));
        if (best.allowed()) {
            return held(now, best, new NearestPermit(situation, this::ask).need(UnaryOperator.identity()));
        }
        return forbidden(situation, best);
    }

    private Answer ask(Situation situation) {
        return slices.ask(situation.kind(), CedarQuestion.of(situation));
    }

    private Decision held(Answer now, Answer later, Decision.Need need) {
        Set<String> deciding = new TreeSet<>(now.reasons());
        deciding.addAll(later.reasons());
        return new Decision(
                Verdict.NEEDS_APPROVAL,
                List.copyOf(deciding),
                explanations.held(now, later, need),
                content,
                need,
                null);
    }

    private Decision forbidden(Situation situation, Answer answer) {
        Optional<Decision.Nearest> nearest =
                answer.errors().isEmpty() ? new NearestPermit(situation, this::ask).find() : Optional.empty();
        String why = explanations.refused(
                answer,
                "No policy permits " + situation.kind() + " to " + situation.principal() + " here, approved or not.");
        String how = nearest.map(explanations::nearest)
                .orElse(
                        answer.errors().isEmpty() && answer.reasons().isEmpty()
                                ? " Add a permit for it to policies/ if it is wanted."
                                : "");
        return new Decision(
                Verdict.FORBID,
                answer.reasons().stream().sorted().toList(),
                why + how,
                content,
                null,
                nearest.orElse(null));
    }

    private Decision decision(Verdict verdict, Answer answer, String explanation) {
        return new Decision(verdict, answer.reasons().stream().sorted().toList(), explanation, content, null, null);
    }

    private Decision refused(Decision.@Nullable Need need, String why) {
        return new Decision(Verdict.FORBID, List.of(), why, content, need, null);
    }
}
