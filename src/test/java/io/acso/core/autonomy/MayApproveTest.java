package io.acso.core.autonomy;

import static io.acso.core.autonomy.Decision.Verdict.FORBID;
import static io.acso.core.autonomy.Decision.Verdict.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MayApproveTest {

    private static final Principal DEMO = Principal.service("demo-approver");

    @Test
    void people_approve_and_nobody_else() {
        Policies policies = BuiltInPolicies.POLICIES;
        assertThat(may(policies, Principal.person("alice"), plan("aws:1")))
                .returns(PERMIT, Decision::verdict)
                .returns(List.of("person-approves"), Decision::policies);
        assertThat(may(policies, DEMO, plan("aws:1")).verdict()).isEqualTo(FORBID);
        assertThat(may(policies, Principal.agent("incident-response"), plan("aws:1")))
                .returns(FORBID, Decision::verdict)
                .satisfies(decision -> assertThat(decision.explanation()).contains("agent:incident-response"));
    }

    @Test
    void an_overlay_lets_one_service_approve_plans_for_one_account() {
        Policies policies = Policies.load(BuiltInPolicies.with("demo.cedar", """
                @id("demo-approver") @because("the demo asked for no input")
                permit (principal == Service::"demo-approver", action == Action::"approve", resource)
                when { ["aws:111122223333"].containsAll(resource.scopes) };
                """));
        assertThat(may(policies, DEMO, plan("aws:111122223333")).verdict()).isEqualTo(PERMIT);
        assertThat(may(policies, DEMO, plan("aws:111122223333", "aws:444455556666"))
                        .verdict())
                .isEqualTo(FORBID);
        assertThat(may(policies, Principal.service("other"), plan("aws:111122223333"))
                        .verdict())
                .isEqualTo(FORBID);
    }

    @Test
    void a_yes_to_what_changes_the_outside_takes_a_second_factor_and_a_no_takes_nothing() {
        Principal alice = Principal.person("alice");
        assertThat(answer(alice, true, Assurance.PASSWORD))
                .returns(FORBID, Decision::verdict)
                .returns(List.of("risky-takes-step-up"), Decision::policies)
                .returns(new Decision.Need(1, Assurance.SECOND_FACTOR), Decision::need);
        assertThat(answer(alice, true, Assurance.TOKEN).verdict()).isEqualTo(FORBID);
        assertThat(answer(alice, true, Assurance.PHISHING_RESISTANT).verdict()).isEqualTo(PERMIT);
        assertThat(answer(alice, false, Assurance.PASSWORD).verdict()).isEqualTo(PERMIT);
        assertThat(answer(Principal.person("owner"), true, Assurance.TOKEN).verdict())
                .isEqualTo(PERMIT);
    }

    private static Decision answer(Principal who, boolean approve, Assurance assurance) {
        Instant now = Instant.parse("2026-05-04T10:15:30Z");
        Approval asked = Approval.request(plan("aws:1"), "why", Principal.agent("supervisor"), now, now.plusSeconds(60));
        return BuiltInPolicies.POLICIES.mayAnswer(asked, new Vote(who, null, approve, assurance, now, null));
    }

    private static Decision may(Policies policies, Principal who, Plan plan) {
        Instant now = Instant.parse("2026-05-04T10:15:30Z");
        Approval asked = Approval.request(plan, "why", Principal.agent("supervisor"), now, now.plusSeconds(60));
        return policies.mayAnswer(asked, new Vote(who, null, true, Assurance.SECOND_FACTOR, now, null));
    }

    private static Plan plan(String... scopes) {
        List<PlannedAction> actions = List.of(scopes).stream()
                .map(scope -> new Action(
                        "aws.ec2.stop-instance", new Target("aws:ec2:instance", scope, "eu-north-1/i-1"), Map.of()))
                .map(action -> new PlannedAction(
                        "step-" + action.target().scope(),
                        new DryRun(action, List.of("ec2:StopInstances"), 1, null, "stops it"),
                        new BlastRadius(1, 1, "")))
                .toList();
        return new Plan("exe-1", "inc-1", "playbook-1", actions);
    }
}
