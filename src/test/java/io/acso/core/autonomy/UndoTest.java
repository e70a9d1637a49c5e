package io.acso.core.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.acso.core.autonomy.UndoRefused.Reason;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking effects back: through the gate, once, and only what is still there. */
class UndoTest {

    private Scene scene;
    private Undo undo;

    @BeforeEach
    void open(@TempDir Path directory) {
        scene = new Scene(directory);
        undo = new Undo(scene.effects(), scene.actuators, () -> scene.inventory);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private EffectRecord done(Action action) {
        Plan plan = scene.plan("exe-1", action);
        scene.effects().perform(scene.request(plan, 0), scene.approved(plan));
        return scene.effects().of("exe-1").getFirst();
    }

    private EffectRecord undone(EffectRecord effect) {
        Plan inverse = undo.plan(effect);
        assertThat(undo.perform(effect, inverse, Scene.AGENT, scene.approved(inverse)))
                .isInstanceOf(Report.Carried.class);
        return undo.of(effect).orElseThrow();
    }

    private void refused(EffectRecord effect, Reason reason) {
        assertThatExceptionOfType(UndoRefused.class)
                .isThrownBy(() -> undo.plan(effect))
                .returns(reason, UndoRefused::reason);
    }

    @Test
    void an_effect_is_undone_by_its_inverse_through_the_gate() {
        Plan plan = scene.plan("exe-1", Outside.quarantine());
        EffectRecord effect = done(Outside.quarantine());
        Plan inverse = undo.plan(effect);
        assertThat(undo.perform(effect, inverse, Scene.AGENT, Optional.empty()))
                .isInstanceOf(Report.NeedsApproval.class);
        assertThat(undo.perform(effect, inverse, Scene.AGENT, scene.approved(plan)))
                .as("the approval of the doing is none of the undoing")
                .isInstanceOf(Report.NeedsApproval.class);
        assertThat(undo.of(effect)).isEmpty();
        undone(effect);
        assertThat(scene.outside.carried.getLast())
                .returns(Outside.RESTORE, Action::kind)
                .returns(Map.of("groups", "sg-before"), Action::arguments);
    }

    @Test
    void what_did_not_happen_is_not_undone() {
        scene.outside.answers.add(new Effect.Failed("throttled", true));
        refused(done(Outside.quarantine()), Reason.NOT_DONE);
    }

    @Test
    void what_has_no_inverse_is_not_undone() {
        refused(done(new Action("notify.webhook", Outside.TARGET, Map.of())), Reason.NO_INVERSE);
    }

    @Test
    void what_was_undone_is_not_undone_again_and_its_undoing_is_none_to_undo() {
        EffectRecord effect = done(Outside.quarantine());
        EffectRecord back = undone(effect);
        assertThat(Undo.key(effect)).contains(back.key());
        refused(effect, Reason.UNDONE);
        refused(back, Reason.IS_UNDO);
        assertThat(undo.inverse(effect))
                .as("a repetition of what took it back finds the same action")
                .isEqualTo(back.request().planned());
    }

    @Test
    void what_somebody_changed_meanwhile_is_left_alone() {
        EffectRecord effect = done(Outside.quarantine());
        scene.outside.checks.add(new Check(Check.Verdict.NOT_IN_PLACE, "it has the groups sg-9"));
        assertThatExceptionOfType(UndoRefused.class)
                .isThrownBy(() -> undo.plan(effect))
                .withMessageContaining("it has the groups sg-9")
                .returns(Reason.CHANGED, UndoRefused::reason);
    }

    @Test
    void what_nobody_can_look_at_may_be_undone() {
        EffectRecord effect = done(Outside.quarantine());
        scene.outside.telling = false;
        assertThat(undo.plan(effect).actions()).hasSize(1);
    }

    @Test
    void an_undoing_that_was_cut_off_is_gone_on_with_though_the_effect_is_gone() {
        EffectRecord effect = done(Outside.quarantine());
        Plan inverse = undo.plan(effect);
        scene.outside.answers.add(new Effect.Unknown("the line went dead"));
        scene.outside.checks.add(new Check(Check.Verdict.CANNOT_TELL, "no answer"));
        assertThat(undo.perform(effect, inverse, Scene.AGENT, scene.approved(inverse)))
                .isInstanceOf(Report.Uncertain.class);
        scene.outside.checks.add(new Check(Check.Verdict.NOT_IN_PLACE, "no quarantine there"));
        undo.stillInPlace(effect);
        assertThat(scene.outside.checks).as("nobody looked").hasSize(1);
    }
}
