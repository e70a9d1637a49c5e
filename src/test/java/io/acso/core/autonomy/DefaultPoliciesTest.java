package io.acso.core.autonomy;

import static io.acso.core.autonomy.AutonomyLevel.ACT;
import static io.acso.core.autonomy.AutonomyLevel.APPROVE;
import static io.acso.core.autonomy.AutonomyLevel.OBSERVE;
import static io.acso.core.autonomy.AutonomyLevel.RECOMMEND;
import static io.acso.core.autonomy.Decision.Verdict.FORBID;
import static io.acso.core.autonomy.Decision.Verdict.NEEDS_APPROVAL;
import static io.acso.core.autonomy.Decision.Verdict.PERMIT;
import static io.acso.core.autonomy.Situation.Approver.PERSON;
import static io.acso.core.autonomy.Situation.Approver.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.autonomy.Decision.Verdict;
import io.acso.core.autonomy.Situation.Tally;
import io.acso.domain.inventory.Asset.Criticality;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each policy with a case that it decides, and a near miss. */
class DefaultPoliciesTest {

    private static final Principal HUNTER = Principal.agent("threat-hunter");

    private static Situations key() {
        return Situations.of("aws.iam.deactivate-access-key");
    }

    private static Situations stop() {
        return Situations.of("aws.ec2.stop-instance");
    }

    private static Situations snapshot() {
        return Situations.of("aws.ec2.snapshot-volumes");
    }

    private static Situations webhook() {
        return Situations.of("notify.webhook");
    }

    private static Situations undo() {
        return Situations.of("aws.ec2.start-instance");
    }

    private static Situations command() {
        return Situations.of("ssh.command");
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                expect("any agent notifies", webhook().by(HUNTER), PERMIT, "notify"),
                expect("a person is no agent", webhook().by(Principal.person("eve")), FORBID),
                expect("responder keeps evidence", snapshot(), PERMIT, "preserve-evidence"),
                expect("hunter does not", snapshot().by(HUNTER), FORBID),
                expect("grave, sure, small, reversible", key(), PERMIT, "contain-alone"),
                expect("not the hunter", key().by(HUNTER), FORBID),
                expect("not grave", key().severity(Severity.MEDIUM), NEEDS_APPROVAL, "contain-approved"),
                expect("just sure", key().confidence(70), PERMIT, "contain-alone"),
                expect("not sure", key().confidence(69), NEEDS_APPROVAL, "contain-approved"),
                expect("five", key().touches(5, 100), PERMIT, "contain-alone"),
                expect("six", key().touches(6, 100), NEEDS_APPROVAL, "contain-approved"),
                expect("for good", key().irreversible(), NEEDS_APPROVAL, "contain-approved"),
                expect("for good, approved", key().irreversible().approvedBy(PERSON), PERMIT, "contain-approved"),
                expect("undo", undo(), NEEDS_APPROVAL, "undo-approved"),
                expect("undo, approved", undo().approvedBy(PERSON), PERMIT, "undo-approved"),
                expect("command", command(), NEEDS_APPROVAL, "command-approved"),
                expect("command, read by a person", command().approvedBy(PERSON), PERMIT, "command-approved"),
                expect("command, by a service", command().approvedBy(SERVICE), NEEDS_APPROVAL, "command-approved"),
                expect("killed", webhook().killed(), FORBID, "kill-switch"),
                expect("killed, approved", key().killed().approvedBy(PERSON), FORBID, "kill-switch"),
                expect("observe", webhook().level(OBSERVE), FORBID, "level-without-action"),
                expect("recommend", key().level(RECOMMEND).approvedBy(PERSON), FORBID, "level-without-action"),
                expect("approve", webhook().level(APPROVE), NEEDS_APPROVAL, "level-approve", "notify"),
                expect("approved", webhook().level(APPROVE).approvedBy(SERVICE), PERMIT, "notify"),
                expect("act", webhook().level(ACT), PERMIT, "notify"),
                expect(
                        "stop",
                        stop(),
                        NEEDS_APPROVAL,
                        "contain-alone",
                        "contain-approved",
                        "disruption-needs-approval"),
                expect("stop, approved", stop().approvedBy(PERSON), PERMIT, "contain-alone", "contain-approved"),
                expect(
                        "jewel",
                        snapshot().on(Criticality.CROWN_JEWEL),
                        NEEDS_APPROVAL,
                        "crown-jewel",
                        "preserve-evidence"),
                expect("nearly a jewel", snapshot().on(Criticality.HIGH), PERMIT, "preserve-evidence"),
                expect(
                        "jewel, by a service",
                        snapshot().on(Criticality.CROWN_JEWEL).approvedBy(SERVICE),
                        NEEDS_APPROVAL,
                        "crown-jewel",
                        "preserve-evidence"),
                expect(
                        "jewel, by a person",
                        snapshot().on(Criticality.CROWN_JEWEL).approvedBy(PERSON),
                        PERMIT,
                        "preserve-evidence"),
                expect("twentieth", webhook().after(19, 0), PERMIT, "notify"),
                expect("twenty-first", webhook().after(20, 0), NEEDS_APPROVAL, "many-need-approval", "notify"),
                expect("twenty-first, approved", webhook().after(20, 0).approvedBy(PERSON), PERMIT, "notify"),
                expect("sixty-first", webhook().after(60, 0).approvedBy(PERSON), FORBID, "cap-execution"),
                expect("fiftieth this hour", webhook().after(0, 49), PERMIT, "notify"),
                expect("fifty-first", webhook().after(0, 50).approvedBy(PERSON), FORBID, "cap-hour"),
                expect("a quarter of many", snapshot().touches(25, 100), PERMIT, "preserve-evidence"),
                expect("more than that", snapshot().touches(26, 100).approvedBy(PERSON), FORBID, "cap-share"),
                expect("five of five", snapshot().touches(5, 5), PERMIT, "preserve-evidence"),
                expect("six of nobody knows", snapshot().touches(6, 0), FORBID, "cap-share"),
                expect("half of many", key().after(touched(49, 0)), PERMIT, "contain-alone"),
                expect(
                        "more, with what was touched before",
                        key().after(touched(50, 0)).approvedBy(PERSON),
                        FORBID,
                        "cap-execution-share"),
                expect(
                        "many of nobody knows",
                        key().touches(1, 0).after(touched(20, 0)),
                        FORBID,
                        "cap-execution-share"),
                expect("evidence is kept of as many", snapshot().after(touched(90, 90)), PERMIT, "preserve-evidence"),
                expect("half this hour", key().after(touched(0, 49)), PERMIT, "contain-alone"),
                expect("more this hour", key().after(touched(0, 50)), FORBID, "cap-hour-share"),
                expect("thirtieth this minute", webhook().after(new Tally(0, 0, 29, 0, 0)), PERMIT, "notify"),
                expect("thirty-first", webhook().after(new Tally(0, 0, 30, 0, 0)), FORBID, "rate-minute"),
                expect("frozen", key().frozen(), NEEDS_APPROVAL, "change-freeze"),
                expect("frozen, a service", key().frozen().approvedBy(SERVICE), NEEDS_APPROVAL, "change-freeze"),
                expect("frozen, a person", key().frozen().approvedBy(PERSON), PERMIT, "contain-alone"),
                expect("frozen, evidence", snapshot().frozen(), PERMIT, "preserve-evidence"));
    }

    private static Tally touched(long inExecution, long inLastHour) {
        return new Tally(0, 0, 0, inExecution, inLastHour);
    }

    private static Arguments expect(String name, Situations situation, Verdict verdict, String... policies) {
        return Arguments.of(name, situation.build(), verdict, List.of(policies));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("cases")
    void decide(String name, Situation situation, Verdict verdict, List<String> policies) {
        Decision decision = BuiltInPolicies.POLICIES.decide(situation);
        assertThat(decision.verdict()).as(decision.explanation()).isEqualTo(verdict);
        assertThat(decision.policies()).as(decision.explanation()).containsAll(policies);
        assertThat(decision.content()).isEqualTo(BuiltInPolicies.CONTENT.hash().hex());
    }

    @Test
    void every_policy_about_effects_has_a_case() {
        assertThat(cases().flatMap(made -> ((List<?>) made.get()[3]).stream())
                        .distinct()
                        .map(String::valueOf))
                .containsAll(BuiltInPolicies.POLICIES.ids().stream()
                        .filter(id -> !BuiltInPolicies.ABOUT_PEOPLE.contains(id))
                        .toList());
    }

    @Test
    void a_permit_is_explained_by_its_reason() {
        assertThat(BuiltInPolicies.POLICIES.decide(webhook().build()).explanation())
                .isEqualTo("Permitted by notify (telling people what happens changes nothing else).");
    }

    @Test
    void a_held_action_is_explained_by_what_holds_it_and_what_approval_would_do() {
        assertThat(BuiltInPolicies.POLICIES.decide(stop().build()).explanation())
                .startsWith("Held by disruption-needs-approval (stopping")
                .contains("With a person's approval it is permitted by contain-alone (")
                .contains("contain-approved (");
        assertThat(BuiltInPolicies.POLICIES.decide(undo().build()).explanation())
                .startsWith("No policy permits it unapproved.");
    }

    @Test
    void a_forbidden_action_is_explained_by_the_nearest_permit() {
        assertThat(BuiltInPolicies.POLICIES.decide(key().killed().build()).explanation())
                .startsWith("Forbidden by kill-switch (")
                .contains("It would be permitted by contain-alone (")
                .endsWith(" if the kill switch were released.");
        assertThat(BuiltInPolicies.POLICIES.decide(key().by(HUNTER).build()).explanation())
                .isEqualTo("No policy permits aws.iam.deactivate-access-key to agent:threat-hunter here, approved or"
                        + " not. Add a permit for it to policies/ if it is wanted.");
    }

    @Test
    void a_permit_whose_conditions_do_not_hold_is_the_nearest() {
        Policies strict = Policies.load(BuiltInPolicies.with("permits.cedar", """
                @id("grave-only") @because("only the gravest")
                permit (principal, action in Action::"contain", resource) when { context.severity >= 5 };
                """));
        assertThat(strict.decide(key().build()).explanation())
                .endsWith(
                        "It would be permitted by grave-only (only the gravest) if the severity were critical instead of"
                                + " high.");
    }
}
