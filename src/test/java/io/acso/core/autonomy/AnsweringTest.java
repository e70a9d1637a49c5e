package io.acso.core.autonomy;

import static io.acso.core.autonomy.Decision.Verdict.NEEDS_APPROVAL;
import static io.acso.core.autonomy.Decision.Verdict.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may answer: groups, chains, delegation, two people, proof of who answers. */
class AnsweringTest {

    private static final Principal ALICE = Principal.person("alice");
    private static final Principal BOB = Principal.person("bob");
    private static final Principal CAROL = Principal.person("carol");
    private static final Principal PUMP = Principal.service("pump");
    private static final Principal OTHER_PUMP = Principal.service("other-pump");

    /** Alice made both. */
    private static final Makers MAKERS = program -> program.kind() == Principal.Kind.SERVICE ? Set.of(ALICE) : Set.of();

    private static final Duration USUAL = Duration.ofHours(4);

    private static final String APPROVERS = """
            groups:
              on-call: [person:alice]
              leads: [person:carol]
            terms:
              - kinds: ["aws.ec2.quarantine-*"]
                quorum: 2
                validity: PT1H
                chain:
                  - {group: on-call}
                  - {group: leads, after: PT15M}
              - kinds: ["aws.*"]
                scopes: ["aws:123*"]
                assurance: SECOND_FACTOR
            """;

    private Scene scene;
    private Delegations delegations;

    @BeforeEach
    void open(@TempDir Path directory) {
        scene = new Scene(directory);
        delegations = new Delegations(scene.durability, scene.clock);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Answering.Judged judge(Approval approval, Vote vote) {
        return new Answering(() -> scene.policies, delegations, MAKERS).judge(approval, vote);
    }

    private Vote yes(Principal by) {
        return new Vote(by, null, true, Assurance.SECOND_FACTOR, scene.clock.instant(), null);
    }

    private Approval asked(ApprovalTerms terms, Principal... involved) {
        Plan plan = scene.plan("exe-1", Outside.quarantine());
        return Approval.request(plan, "", "why", Scene.AGENT, Set.of(involved), terms, scene.clock.instant());
    }

    @Test
    void the_terms_of_all_entries_that_fit_hold_together() {
        scene.policies = Policies.load(BuiltInPolicies.with("approvers.yml", APPROVERS));
        ApprovalTerms terms = scene.policies.terms(scene.plan("exe-1", Outside.quarantine()), USUAL);
        assertThat(terms.quorum()).isEqualTo(2);
        assertThat(terms.validity()).isEqualTo(Duration.ofHours(1));
        assertThat(terms.assurance()).isEqualTo(Assurance.SECOND_FACTOR);
        assertThat(terms.chain()).extracting(ApprovalTerms.Stage::group).containsExactly("on-call", "leads");
        assertThat(BuiltInPolicies.POLICIES.terms(scene.plan("exe-1", Outside.quarantine()), USUAL))
                .isEqualTo(ApprovalTerms.one(USUAL));
    }

    @Test
    void a_group_answers_from_when_it_is_asked() {
        scene.policies = Policies.load(BuiltInPolicies.with("approvers.yml", APPROVERS));
        Approval first = asked(new ApprovalTerms(
                1,
                USUAL,
                List.of(
                        new ApprovalTerms.Stage("on-call", Duration.ZERO),
                        new ApprovalTerms.Stage("leads", Duration.ofMinutes(15))),
                Assurance.TOKEN));
        assertThat(judge(first, yes(ALICE)).counts()).isTrue();
        assertThat(judge(first, yes(CAROL)).counts()).isFalse();
        assertThat(judge(first, yes(BOB)).decision().explanation()).contains("on-call");
        assertThat(judge(first.escalated(), yes(CAROL)).counts()).isTrue();
        assertThat(judge(first.escalated(), yes(ALICE)).counts()).isTrue();
    }

    @Test
    void who_asked_or_triggered_it_does_not_approve_it_not_even_through_another() {
        Approval approval = asked(ApprovalTerms.one(USUAL), ALICE);
        assertThat(judge(approval, yes(ALICE)).decision().policies()).containsExactly("who-asked-does-not-approve");
        assertThat(judge(approval, yes(BOB)).counts()).isTrue();
        delegations.delegate(BOB, ALICE, scene.clock.instant().plus(Duration.ofDays(1)), "away");
        assertThat(judge(approval, yes(ALICE)).counts()).isFalse();
    }

    @Test
    void who_asked_by_a_program_does_not_approve_it_and_a_program_is_its_maker() {
        Answering answering = new Answering(() -> scene.policies, delegations, MAKERS);
        assertThat(answering.involved(Set.of(PUMP))).containsExactlyInAnyOrder(PUMP, ALICE);
        Approval byPump = asked(ApprovalTerms.one(USUAL), PUMP, ALICE);
        assertThat(judge(byPump, yes(ALICE)).decision().policies()).containsExactly("who-asked-does-not-approve");
        assertThat(judge(byPump, yes(BOB)).counts()).isTrue();
        scene.policies = Policies.load(BuiltInPolicies.with("pumps.cedar", """
                @id("pumps-approve") @because("they are trusted")
                permit (principal is Service, action == Action::"approve", resource);
                """));
        Approval byAlice = asked(new ApprovalTerms(2, USUAL, List.of(), Assurance.TOKEN), ALICE);
        assertThat(judge(byAlice, yes(PUMP)).decision().policies()).containsExactly("who-asked-does-not-approve");
        Approval byBob = asked(new ApprovalTerms(2, USUAL, List.of(), Assurance.TOKEN), BOB);
        assertThat(judge(byBob, yes(PUMP)).counts()).isTrue();
        Approval once = byBob.answer(yes(PUMP));
        assertThat(judge(once, yes(ALICE)).counts())
                .as("once more by another name")
                .isFalse();
        assertThat(judge(once, yes(OTHER_PUMP)).counts()).isFalse();
        assertThat(judge(once, yes(CAROL)).counts()).isTrue();
    }

    @Test
    void a_lent_right_counts_while_it_is_lent_for_both_and_goes_no_further() {
        scene.policies = Policies.load(BuiltInPolicies.with("approvers.yml", APPROVERS));
        Approval approval = asked(new ApprovalTerms(
                2, USUAL, List.of(new ApprovalTerms.Stage("on-call", Duration.ZERO)), Assurance.TOKEN));
        Delegation lent = delegations.delegate(ALICE, BOB, scene.clock.instant().plus(Duration.ofHours(8)), "away");
        delegations.delegate(BOB, CAROL, scene.clock.instant().plus(Duration.ofHours(8)), "away too");
        Answering.Judged judged = judge(approval, yes(BOB));
        assertThat(judged.counts()).isTrue();
        assertThat(judged.vote().onBehalfOf()).isEqualTo(ALICE);
        assertThat(judge(approval, yes(CAROL)).counts()).as("no chains").isFalse();
        Approval once = approval.answer(judged.vote());
        assertThatThrownBy(() -> once.answer(yes(ALICE))).hasMessageContaining("nobody counts twice");
        delegations.revoke(lent.id(), ALICE);
        assertThat(judge(approval, yes(BOB)).counts()).isFalse();
        assertThat(scene.facts()).containsExactly("ApprovalDelegated", "ApprovalDelegated", "DelegationRevoked");
    }

    @Test
    void a_delegation_ends_by_itself_and_has_its_limits() {
        delegations.delegate(ALICE, BOB, scene.clock.instant().plusSeconds(60), "");
        assertThat(delegations.lenders(BOB)).containsExactly(ALICE);
        scene.clock.advance(Duration.ofSeconds(60));
        assertThat(delegations.lenders(BOB)).isEmpty();
        assertThatThrownBy(() ->
                        delegations.delegate(ALICE, ALICE, scene.clock.instant().plusSeconds(60), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        delegations.delegate(ALICE, BOB, scene.clock.instant().plus(Duration.ofDays(91)), ""))
                .hasMessageContaining("90 days");
        assertThatThrownBy(() -> delegations.revoke(delegations.all().getFirst().id(), CAROL))
                .hasMessageContaining("no part");
    }

    @Test
    void an_answer_takes_the_proof_that_the_terms_ask_for() {
        Approval approval = asked(new ApprovalTerms(1, USUAL, List.of(), Assurance.SECOND_FACTOR));
        Vote weak = Vote.of(ALICE, true, scene.clock.instant(), null);
        assertThat(judge(approval, weak).decision().explanation()).contains("SECOND_FACTOR");
        Vote proved = new Vote(ALICE, null, true, Assurance.PHISHING_RESISTANT, scene.clock.instant(), null);
        assertThat(judge(approval, proved).counts()).isTrue();
    }

    @Test
    void policies_may_ask_for_more_people_and_the_decision_says_how_many() {
        scene.policies = Policies.load(BuiltInPolicies.with("two.cedar", """
                @id("two-people") @because("quarantine takes two people who signed in properly")
                forbid (principal, action == Action::"aws.ec2.quarantine-instance", resource)
                unless { context.approvals >= 2 && context.assurance >= 3 };
                """));
        Plan plan = scene.plan("exe-1", Outside.quarantine());
        Decision decision = scene.gate().decide(scene.request(plan, 0));
        assertThat(decision.verdict()).isEqualTo(NEEDS_APPROVAL);
        assertThat(decision.need()).isEqualTo(new Decision.Need(2, Assurance.SECOND_FACTOR));
        assertThat(decision.explanation()).contains("2 people approved it, proved by second factor at least");

        assertThat(authorized(plan, scene.approved(plan))).isEqualTo(NEEDS_APPROVAL);
        ApprovalTerms terms = new ApprovalTerms(2, USUAL, List.of(), Assurance.SECOND_FACTOR);
        Approval both = asked(terms);
        for (Principal person : List.of(ALICE, BOB)) {
            both = both.answer(new Vote(person, null, true, Assurance.SECOND_FACTOR, scene.clock.instant(), null));
        }
        assertThat(authorized(plan, Optional.of(both))).isEqualTo(PERMIT);
    }

    @Test
    void a_quorum_that_lost_a_member_is_none() {
        Plan plan = scene.plan("exe-1", Outside.quarantine());
        Approval both = asked(new ApprovalTerms(2, USUAL, List.of(), Assurance.TOKEN))
                .answer(yes(ALICE))
                .answer(yes(BOB));
        assertThat(authorized(plan, Optional.of(both))).isEqualTo(PERMIT);
        scene.policies = Policies.load(BuiltInPolicies.with("bob.cedar", """
                @id("not-bob") @because("Bob has left")
                forbid (principal == Person::"bob", action == Action::"approve", resource);
                """));
        assertThat(authorized(plan, Optional.of(both))).isEqualTo(NEEDS_APPROVAL);
    }

    @Test
    void an_approval_of_a_platform_before_quorums_is_read_as_one_answer() {
        Plan plan = scene.plan("exe-1", Outside.quarantine());
        Approval now = scene.approved(plan).orElseThrow();
        var old = Json.objectOf(now);
        old.remove(List.of("votes", "terms", "involved", "stage"));
        assertThat(Json.convert(old, Approval.class))
                .returns(List.of(Vote.of(ALICE, true, scene.clock.instant(), null)), Approval::votes)
                .returns(now.terms(), Approval::terms);
    }

    private Decision.Verdict authorized(Plan plan, Optional<Approval> approval) {
        return scene.gate()
                .authorize(scene.request(plan, 0), approval, Optional.empty())
                .decision()
                .verdict();
    }
}
