package io.acso.core.autonomy;

import static io.acso.core.autonomy.Decision.Verdict.NEEDS_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known only later is carried out within what was approved in advance, and nothing beside it. */
class ConstraintTest {

    private static final String STEP = "step-late";

    private Scene scene;

    @BeforeEach
    void open(@TempDir Path directory) {
        scene = new Scene(directory);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static Constraint twoInstances() {
        return new Constraint(
                STEP,
                Outside.QUARANTINE,
                "aws:ec2:instance",
                "aws:123456789012",
                "eu-north-1/*",
                Map.of("group", Set.of("sg-1", "sg-quarantine-*")),
                2,
                1,
                true);
    }

    private static Plan late(Constraint... constraints) {
        return new Plan("exe-1", "inc-1", "playbook-1", List.of(), List.of(constraints));
    }

    private static Action quarantine(String id, String group) {
        return new Action(
                Outside.QUARANTINE, new Target("aws:ec2:instance", "aws:123456789012", id), Map.of("group", group));
    }

    private Report perform(Plan plan, Action action) {
        DryRun dryRun = scene.actuators.dryRun(action);
        PlannedAction planned = new PlannedAction(STEP, dryRun, BlastRadius.of(dryRun, scene.inventory));
        GateRequest request = new GateRequest(Scene.AGENT, planned, "exe-1", "inc-1", Severity.HIGH, 90, plan.hash());
        return scene.effects().perform(request, scene.approved(plan));
    }

    @Test
    void what_is_within_it_is_carried_out_as_often_as_it_says() {
        Plan plan = late(twoInstances());
        Action first = quarantine("eu-north-1/i-1", "sg-1");
        assertThat(perform(plan, first)).isInstanceOf(Report.Carried.class);
        assertThat(perform(plan, first)).as("the same again is no second one").isInstanceOf(Report.Carried.class);
        assertThat(perform(plan, quarantine("eu-north-1/i-2", "sg-quarantine-7")))
                .isInstanceOf(Report.Carried.class);
        assertThat(perform(plan, quarantine("eu-north-1/i-3", "sg-1"))).isInstanceOf(Report.NeedsApproval.class);
        assertThat(scene.outside.carried).hasSize(2);
    }

    @Test
    void what_is_beside_it_asks_anew() {
        Plan plan = late(twoInstances());
        assertThat(List.of(
                        quarantine("us-east-1/i-1", "sg-1"),
                        quarantine("eu-north-1/i-1", "sg-2"),
                        new Action(Outside.QUARANTINE, Outside.TARGET, Map.of("group", "sg-1", "force", "yes")),
                        new Action(
                                Outside.QUARANTINE,
                                new Target("aws:ec2:instance", "aws:999999999999", "eu-north-1/i-1"),
                                Map.of("group", "sg-1"))))
                .allSatisfy(action -> assertThat(perform(plan, action)).isInstanceOf(Report.NeedsApproval.class));
        assertThat(scene.outside.carried).isEmpty();
    }

    @Test
    void what_touches_more_or_cannot_be_taken_back_asks_anew() {
        Constraint wide = twoInstances();
        Constraint none = new Constraint(
                STEP, wide.kind(), wide.targetType(), wide.scope(), wide.target(), wide.arguments(), 2, 0, true);
        assertThat(perform(late(none), quarantine("eu-north-1/i-1", "sg-1"))).isInstanceOf(Report.NeedsApproval.class);
        Constraint webhook = new Constraint(STEP, Outside.RESTORE, "aws:ec2:instance", "*", "*", Map.of(), 1, 1, true);
        assertThat(perform(late(webhook), new Action(Outside.RESTORE, Outside.TARGET, Map.of())))
                .as("nothing undoes it")
                .isInstanceOf(Report.NeedsApproval.class);
    }

    @Test
    void it_is_part_of_what_is_approved() {
        assertThat(late(twoInstances()).hash())
                .isNotEqualTo(late().hash())
                .isEqualTo(late(twoInstances()).hash());
        assertThat(scene.gate()
                        .plan(late(twoInstances()), Scene.AGENT, Severity.HIGH, 90)
                        .need())
                .hasValue(Decision.Need.ONE_PERSON);
        assertThat(scene.gate()
                        .plan(late(twoInstances()), Scene.AGENT, Severity.HIGH, 90)
                        .verdict())
                .isEqualTo(NEEDS_APPROVAL);
        Approval asked = scene.asked(late(twoInstances()));
        assertThat(asked.covers(asked.planHash(), STEP, quarantine("eu-north-1/i-1", "sg-1"), scene.clock.instant()))
                .as("nobody has answered")
                .isFalse();
    }

    @Test
    void stars_stand_for_any_characters() {
        assertThat(Pattern.fits("*", "")).isTrue();
        assertThat(Pattern.fits("a*c*e", "abcde")).isTrue();
        assertThat(Pattern.fits("a*c*e", "abcd")).isFalse();
        assertThat(Pattern.fits("a**", "a")).isTrue();
        assertThat(Pattern.fits("", "a")).isFalse();
        assertThat(Pattern.fits("*a*a*a*a*b", "a".repeat(5000))).isFalse();
    }
}
