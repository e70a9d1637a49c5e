package io.acso.core.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.EffectRecord.State;
import io.acso.domain.kernel.Principal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EffectsTest {

    private Scene scene;
    private Plan plan;
    private GateRequest request;

    @BeforeEach
    void open(@TempDir Path directory) {
        scene = new Scene(directory);
        plan = scene.plan("exe-1", Outside.quarantine());
        request = scene.request(plan, 0);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Report perform() {
        return scene.effects().perform(request, scene.approved(plan));
    }

    private State state() {
        return scene.effects()
                .find("exe-1", request.idempotencyKey())
                .map(EffectRecord::state)
                .orElseThrow();
    }

    @Test
    void an_approved_action_is_carried_out_once_checked_and_on_record() {
        assertThat(perform()).isInstanceOfSatisfying(Report.Carried.class, carried -> {
            assertThat(carried.details()).containsEntry("request", "r-1");
            assertThat(carried.inverse()).isNotNull().returns(Outside.RESTORE, Action::kind);
            assertThat(carried.check().verdict()).isEqualTo(Verdict.IN_PLACE);
            assertThat(carried.repeated()).isFalse();
        });
        assertThat(perform()).isInstanceOfSatisfying(Report.Carried.class, carried -> {
            assertThat(carried.repeated()).isTrue();
            assertThat(carried.details()).containsEntry("request", "r-1");
        });
        assertThat(scene.outside.carried).hasSize(1);
        assertThat(scene.facts()).containsExactly("EffectIntended", "EffectCarriedOut");
        assertThat(scene.effects().of("exe-1")).singleElement().satisfies(effect -> {
            assertThat(effect.request()).isEqualTo(request);
            assertThat(effect.approvalId()).isEqualTo(scene.asked(plan).id());
            assertThat(effect.policies()).isNotEmpty();
        });
    }

    @Test
    void what_is_only_too_fast_is_tried_again_later() {
        for (int number = 0; number < 30; number++) {
            assertThat(notify(number)).isInstanceOf(Report.Carried.class);
        }
        assertThat(notify(30)).isInstanceOfSatisfying(Report.Failed.class, failed -> {
            assertThat(failed.retryable()).isTrue();
            assertThat(failed.why()).contains("rate-minute");
        });
        scene.clock.advance(Duration.ofMinutes(1));
        assertThat(notify(30)).isInstanceOf(Report.Carried.class);
    }

    private Report notify(int number) {
        return scene.effects().perform(scene.webhook("exe-" + number, number), Optional.empty());
    }

    @Test
    void without_an_approval_nothing_happens_and_the_ledger_says_so() {
        assertThat(scene.effects().perform(request, Optional.empty())).isInstanceOf(Report.NeedsApproval.class);
        assertThat(scene.outside.carried).isEmpty();
        assertThat(scene.facts()).containsExactly("ActionHeld");
    }

    @Test
    void the_ledger_holds_no_target() {
        perform();
        assertThat(scene.leaves().toString()).doesNotContain("i-0abc").doesNotContain("sg-1");
    }

    @Test
    void an_unknown_kind_is_refused_before_anything() {
        GateRequest unknown = scene.request(
                new Plan(
                        "exe-1",
                        "inc-1",
                        "p",
                        List.of(new PlannedAction(
                                "s",
                                new DryRun(
                                        new Action("jira.create-ticket", Outside.TARGET, Map.of()),
                                        List.of(),
                                        1,
                                        null,
                                        ""),
                                new BlastRadius(1, 1, "")))),
                0);
        assertThatThrownBy(() -> scene.effects().perform(unknown, Optional.empty()))
                .isInstanceOf(ActionInvalid.class)
                .hasMessageContaining("jira.create-ticket")
                .hasMessageContaining(Outside.QUARANTINE);
    }

    @Test
    void what_did_not_happen_may_be_tried_again() {
        scene.outside.answers.addAll(List.of(
                new Effect.NotConfigured("set acso.aws.region"),
                new Effect.Refused("the account is not listed"),
                new Effect.Failed("throttled", true)));
        assertThat(perform()).isEqualTo(new Report.NotConfigured("set acso.aws.region"));
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(perform()).isEqualTo(new Report.Failed("the account is not listed", false));
        assertThat(perform()).isEqualTo(new Report.Failed("throttled", true));
        assertThat(perform()).isInstanceOf(Report.Carried.class);
        assertThat(scene.outside.carried).hasSize(1);
        assertThat(scene.effects().of("exe-1")).singleElement().returns(4, EffectRecord::attempt);
    }

    @Test
    void a_slow_effect_is_looked_for_until_it_shows() {
        Check notYet = new Check(Verdict.NOT_IN_PLACE, "not yet");
        scene.outside.checks.addAll(List.of(notYet, notYet, notYet, notYet));
        assertThat(perform()).isInstanceOf(Report.Carried.class);
    }

    @Test
    void an_effect_that_was_accepted_but_never_shows_is_checked_again_before_it_is_repeated() {
        for (int i = 0; i < 5; i++) {
            scene.outside.checks.add(new Check(Verdict.NOT_IN_PLACE, "not there"));
        }
        assertThat(perform()).isEqualTo(new Report.Failed("it was accepted, but did not take: not there", true));
        assertThat(state()).isEqualTo(State.UNCERTAIN);
        assertThat(perform())
                .isInstanceOfSatisfying(
                        Report.Carried.class,
                        carried -> assertThat(carried.repeated()).isTrue());
        assertThat(scene.outside.carried).hasSize(1);
    }

    @Test
    void a_lost_answer_is_settled_by_the_check() {
        scene.outside.answers.add(new Effect.Unknown("connection reset"));
        assertThat(perform()).isInstanceOf(Report.Carried.class);
        assertThat(scene.outside.carried).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"NATURAL", "KEYED"})
    void a_lost_answer_of_what_may_be_repeated_is_repeated(RepeatSafety safety) {
        scene.outside.safety = safety;
        scene.outside.answers.add(new Effect.Unknown("connection reset"));
        assertThat(perform()).isEqualTo(new Report.Failed("connection reset", true));
        assertThat(perform()).isInstanceOf(Report.Carried.class);
        assertThat(scene.outside.carried).hasSize(2);
    }

    @Test
    void a_lost_answer_of_what_may_not_be_repeated_is_for_a_person_to_settle() {
        scene.outside.safety = RepeatSafety.NONE;
        scene.outside.answers.add(new Effect.Unknown("connection reset"));
        assertThat(perform()).isEqualTo(new Report.Uncertain("connection reset"));
        assertThat(perform()).isInstanceOf(Report.Uncertain.class);
        assertThat(scene.outside.carried).hasSize(1);
        String key = request.idempotencyKey();
        assertThatThrownBy(() -> scene.effects().settle("exe-1", key, true, Principal.agent("supervisor"), "I think"))
                .isInstanceOf(IllegalStateException.class);
        scene.effects().settle("exe-1", key, true, Scene.ALICE, "I saw it");
        assertThat(perform()).isInstanceOf(Report.Carried.class);
        assertThat(scene.outside.carried).hasSize(1);
    }

    @Test
    void what_a_person_says_did_not_happen_may_be_tried_again() {
        scene.outside.safety = RepeatSafety.NONE;
        scene.outside.answers.add(new Effect.Unknown("connection reset"));
        perform();
        scene.effects().settle("exe-1", request.idempotencyKey(), false, Scene.ALICE, "I looked");
        assertThat(perform()).isInstanceOf(Report.Carried.class);
    }

    @Test
    void an_actuator_that_throws_leaves_it_open() {
        scene.outside.safety = RepeatSafety.NONE;
        scene.outside.passing = () -> {
            throw new IllegalStateException("broken");
        };
        assertThat(perform())
                .isInstanceOfSatisfying(
                        Report.Uncertain.class,
                        uncertain -> assertThat(uncertain.why()).contains("broken"));
    }

    @Test
    void the_kill_switch_wins_against_resumption() {
        scene.outside.safety = RepeatSafety.KEYED;
        scene.outside.answers.add(new Effect.Unknown("connection reset"));
        perform();
        scene.kill.engage(KillSwitch.EVERY_AGENT, Scene.ALICE, "stop");
        assertThat(perform()).isInstanceOf(Report.Forbidden.class);
        assertThat(scene.outside.carried).hasSize(1);
        scene.kill.release(KillSwitch.EVERY_AGENT, Scene.ALICE, "go on");
        assertThat(perform()).isInstanceOf(Report.Carried.class);
    }

    @Test
    void the_cap_of_an_execution_is_live_and_its_own_only() {
        for (int i = 0; i < 20; i++) {
            assertThat(scene.effects().perform(scene.webhook("exe-2", i), Optional.empty()))
                    .isInstanceOf(Report.Carried.class);
        }
        assertThat(scene.effects().perform(scene.webhook("exe-2", 20), Optional.empty()))
                .isInstanceOfSatisfying(
                        Report.NeedsApproval.class,
                        needs -> assertThat(needs.decision().policies()).contains("many-need-approval"));
        assertThat(scene.effects().perform(scene.webhook("exe-2", 0), Optional.empty()))
                .as("done before, so not another")
                .isInstanceOf(Report.Carried.class);
        assertThat(scene.effects().perform(scene.webhook("exe-3", 0), Optional.empty()))
                .isInstanceOf(Report.Carried.class);
    }

    @Test
    void the_cap_of_an_hour_counts_the_last_sixty_minutes() {
        for (int i = 0; i < 50; i++) {
            scene.effects().perform(scene.webhook("exe-" + i, i), Optional.empty());
            scene.clock.advance(Duration.ofMinutes(1));
        }
        GateRequest next = scene.webhook("exe-51", 51);
        assertThat(scene.effects().perform(next, Optional.empty())).isInstanceOf(Report.Forbidden.class);
        scene.clock.advance(Duration.ofMinutes(11));
        assertThat(scene.effects().perform(next, Optional.empty())).isInstanceOf(Report.Carried.class);
        assertThat(scene.effects().perform(scene.webhook("exe-52", 52), Optional.empty()))
                .as("the first left the window, one took its place")
                .isInstanceOf(Report.Forbidden.class);
    }

    @Test
    void a_permission_that_expires_before_its_use_is_not_used() {
        Ticking slow = new Ticking(scene.durability, () -> scene.clock.advance(Duration.ofSeconds(61)));
        assertThat(scene.effects(slow).perform(request, scene.approved(plan)))
                .isInstanceOfSatisfying(
                        Report.Failed.class,
                        failed -> assertThat(failed.retryable()).isTrue());
        assertThat(scene.outside.carried).isEmpty();
    }

    @Test
    void a_kill_between_decision_and_intent_is_seen() {
        Ticking raced =
                new Ticking(scene.durability, new Once(() -> scene.kill.engage(Scene.AGENT, Scene.ALICE, "now")));
        assertThat(scene.effects(raced).perform(request, scene.approved(plan))).isInstanceOf(Report.Forbidden.class);
        assertThat(scene.outside.carried).isEmpty();
    }

    @Test
    void the_last_place_before_an_approval_is_needed_is_taken_once() {
        for (int i = 0; i < 19; i++) {
            scene.effects().perform(scene.webhook("exe-4", i), Optional.empty());
        }
        Ticking raced = new Ticking(
                scene.durability,
                new Once(() -> scene.effects().perform(scene.webhook("exe-4", 19), Optional.empty())));
        assertThat(scene.effects(raced).perform(scene.webhook("exe-4", 20), Optional.empty()))
                .isInstanceOf(Report.NeedsApproval.class);
        assertThat(scene.outside.carried).hasSize(20);
    }
}
