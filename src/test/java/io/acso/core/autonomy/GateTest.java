package io.acso.core.autonomy;

import static io.acso.core.autonomy.Decision.Verdict.FORBID;
import static io.acso.core.autonomy.Decision.Verdict.NEEDS_APPROVAL;
import static io.acso.core.autonomy.Decision.Verdict.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.inventory.Asset;
import io.acso.domain.inventory.Asset.Criticality;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    private Scene scene;

    @BeforeEach
    void open(@TempDir Path directory) {
        scene = new Scene(directory);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Decision authorize(GateRequest request, Optional<Approval> approval) {
        return scene.gate().authorize(request, approval, Optional.empty()).decision();
    }

    @Test
    void containment_waits_for_an_approval_until_the_level_is_raised() {
        GateRequest request = scene.quarantine("exe-1");
        assertThat(scene.gate().decide(request).verdict()).isEqualTo(NEEDS_APPROVAL);
        scene.levels.set(Scene.AGENT, Outside.QUARANTINE, AutonomyLevel.ACT, Scene.ALICE, "trusted");
        assertThat(scene.gate().decide(request).verdict()).isEqualTo(PERMIT);
        assertThat(scene.facts()).containsExactly("AutonomyLevelSet");
        assertThat(scene.levels.settings()).hasSize(1);
    }

    @Test
    void an_approval_lets_exactly_its_plan_through() {
        Plan plan = scene.plan("exe-1", Outside.quarantine());
        assertThat(authorize(scene.request(plan, 0), scene.approved(plan)).verdict())
                .isEqualTo(PERMIT);

        Action other = new Action(Outside.QUARANTINE, Outside.TARGET, Map.of("group", "sg-2"));
        Plan changed = scene.plan("exe-1", other);
        assertThat(authorize(scene.request(changed, 0), scene.approved(plan)).verdict())
                .as("one argument changed")
                .isEqualTo(NEEDS_APPROVAL);
        GateRequest smuggled = new GateRequest(
                Scene.AGENT, changed.actions().getFirst(), "exe-1", "inc-1", Severity.HIGH, 90, plan.hash());
        assertThat(authorize(smuggled, scene.approved(plan)).verdict())
                .as("another action under the approved hash")
                .isEqualTo(NEEDS_APPROVAL);
        GateRequest elsewhere = new GateRequest(
                Scene.AGENT, plan.actions().getFirst(), "exe-2", "inc-1", Severity.HIGH, 90, plan.hash());
        assertThat(authorize(elsewhere, scene.approved(plan)).verdict())
                .as("another execution")
                .isEqualTo(NEEDS_APPROVAL);
    }

    @Test
    void a_pending_rejected_or_expired_approval_is_none() {
        Plan plan = scene.plan("exe-1", Outside.quarantine());
        GateRequest request = scene.request(plan, 0);
        Approval asked = scene.asked(plan);
        assertThat(authorize(request, Optional.of(asked)).verdict()).isEqualTo(NEEDS_APPROVAL);
        Approval rejected = asked.answer(Vote.of(Scene.ALICE, false, scene.clock.instant(), "no"));
        assertThat(authorize(request, Optional.of(rejected)).verdict()).isEqualTo(NEEDS_APPROVAL);
        Optional<Approval> approved = scene.approved(plan);
        scene.clock.advance(Duration.ofHours(4).minusNanos(1));
        assertThat(authorize(request, approved).verdict()).isEqualTo(PERMIT);
        scene.clock.advance(Duration.ofNanos(1));
        assertThat(authorize(request, approved).verdict()).isEqualTo(NEEDS_APPROVAL);
    }

    @Test
    void an_answer_counts_only_while_policies_let_the_answerer_answer() {
        Plan plan = scene.plan("exe-1", Outside.quarantine());
        Optional<Approval> byService = Optional.of(
                scene.asked(plan).answer(Vote.of(Principal.service("demo-approver"), true, scene.clock.instant(), null)));
        assertThat(authorize(scene.request(plan, 0), byService).verdict()).isEqualTo(NEEDS_APPROVAL);
        scene.policies = Policies.load(BuiltInPolicies.with("demo.cedar", """
                @id("demo") @because("the demo asked for no input")
                permit (principal == Service::"demo-approver", action == Action::"approve", resource);
                """));
        assertThat(authorize(scene.request(plan, 0), byService).verdict()).isEqualTo(PERMIT);
    }

    @Test
    void the_kill_switch_wins_against_an_approval_until_it_is_released() {
        Plan plan = scene.plan("exe-1", Outside.quarantine());
        GateRequest request = scene.request(plan, 0);
        Optional<Approval> approved = scene.approved(plan);
        for (Principal agent : List.of(Scene.AGENT, KillSwitch.EVERY_AGENT)) {
            scene.kill.engage(agent, Scene.ALICE, "stop");
            assertThat(authorize(request, approved)).returns(FORBID, Decision::verdict);
            scene.kill.release(agent, Scene.ALICE, "go on");
            assertThat(authorize(request, approved).verdict()).isEqualTo(PERMIT);
        }
        scene.kill.engage(Principal.agent("threat-hunter"), Scene.ALICE, "only that one");
        assertThat(authorize(request, approved).verdict()).isEqualTo(PERMIT);
        assertThat(scene.kill.positions())
                .hasSize(3)
                .filteredOn(KillSwitch.Position::engaged)
                .hasSize(1);
        assertThat(scene.facts()).startsWith("KillSwitchEngaged", "KillSwitchReleased");
    }

    @Test
    void a_crown_jewel_is_known_by_its_instance_id_from_the_moment_the_inventory_says_so() {
        scene.levels.set(Scene.AGENT, Outside.QUARANTINE, AutonomyLevel.ACT, Scene.ALICE, "trusted");
        GateRequest request = scene.quarantine("exe-1");
        assertThat(scene.gate().decide(request).verdict()).isEqualTo(PERMIT);
        scene.inventory = Inventory.of(List.of(new Asset(
                "i-0abc", Outside.TARGET.scope(), Outside.TARGET.type(), "ops", Criticality.CROWN_JEWEL, true)));
        assertThat(scene.gate().decide(request))
                .returns(NEEDS_APPROVAL, Decision::verdict)
                .satisfies(decision -> assertThat(decision.policies()).contains("crown-jewel"));
    }

    @Test
    void a_permission_names_its_action_and_ends_after_a_minute() {
        GateRequest request = scene.webhook("exe-1", 1);
        Authorization authorization = scene.gate().authorize(request, Optional.empty(), Optional.empty());
        assertThat(authorization).isInstanceOfSatisfying(Authorization.Granted.class, granted -> {
            assertThat(granted.authorized().action())
                    .isEqualTo(request.planned().action());
            assertThat(granted.authorized().idempotencyKey()).isEqualTo(request.idempotencyKey());
            assertThat(granted.authorized().expires())
                    .isEqualTo(scene.clock.instant().plusSeconds(60));
        });
    }

    @Test
    void a_plan_is_as_strict_as_its_strictest_action() {
        Action webhook = new Action("notify.webhook", Outside.TARGET, Map.of());
        assertThat(decided(scene.plan("exe-1", webhook)).verdict()).isEqualTo(PERMIT);
        assertThat(decided(scene.plan("exe-1", webhook, Outside.quarantine())).verdict())
                .isEqualTo(NEEDS_APPROVAL);
        assertThat(decided(scene.plan("exe-1")).verdict()).isEqualTo(PERMIT);
    }

    @Test
    void a_plan_counts_its_own_actions_against_the_caps() {
        Action[] webhooks = new Action[61];
        Arrays.setAll(webhooks, n -> new Action("notify.webhook", Outside.TARGET, Map.of("n", String.valueOf(n))));
        List<PlanDecision.Decided> decided =
                decided(scene.plan("exe-1", webhooks)).actions();
        assertThat(decided.subList(0, 20)).allMatch(each -> each.decision().verdict() == PERMIT);
        assertThat(decided.subList(20, 50)).allMatch(each -> each.decision().verdict() == NEEDS_APPROVAL);
        assertThat(decided.getLast().decision().policies()).contains("cap-execution", "cap-hour");
    }

    private PlanDecision decided(Plan plan) {
        return scene.gate().plan(plan, Scene.AGENT, Severity.HIGH, 90);
    }
}
