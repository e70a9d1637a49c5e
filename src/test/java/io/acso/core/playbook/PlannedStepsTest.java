package io.acso.core.playbook;

import static io.acso.core.playbook.PlaybookBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person is shown before anything runs. */
class PlannedStepsTest {

    private static Playbook choice(String outArgs) {
        return new PlaybookBuilder()
                .variable("instances", "{'type':'list','external':true}")
                .start("action.t")
                .task("action.t", outArgs + "'on_completion':'if-condition.i'")
                .choice(
                        "if-condition.i",
                        "__instances__:value != '[]'",
                        "'on_true':'action.a','on_false':'action.b','on_completion':'end.e'")
                .gated("action.a", "__instances__:value", "'on_completion':'end.e'")
                .gated("action.b", "other", "'on_success':'end.e','on_failure':'action.c'")
                .gated("action.c", "after-failure", "'on_completion':'end.e'")
                .end("end.e")
                .build();
    }

    private static List<String> steps(List<PlannedStep> planned) {
        return planned.stream().map(PlannedStep::stepId).toList();
    }

    @Test
    void a_condition_that_is_known_chooses() {
        var given = Map.of("instances", Value.of(List.of("eu/i-1")));
        List<PlannedStep> planned = PlannedSteps.actions(choice(""), given);
        assertThat(planned).singleElement().satisfies(step -> {
            assertThat(step.stepId()).isEqualTo(id("action.a"));
            assertThat(step.agent()).isEqualTo("incident-response");
            assertThat(step.call().targets()).containsExactly("eu/i-1");
            assertThat(step.late()).isEmpty();
        });
    }

    @Test
    void what_follows_a_failure_is_planned_too() {
        var given = Map.of("instances", Value.of(List.of()));
        assertThat(steps(PlannedSteps.actions(choice(""), given))).containsExactly(id("action.b"), id("action.c"));
    }

    @Test
    void both_sides_count_while_the_condition_is_unknown() {
        List<PlannedStep> planned = PlannedSteps.actions(choice(""), Map.of());
        assertThat(steps(planned)).containsExactly(id("action.a"), id("action.b"), id("action.c"));
        assertThat(planned.getFirst().late()).containsExactly("instances");
    }

    @Test
    void what_a_step_may_set_is_not_known_before_it_ran() {
        var given = Map.of("instances", Value.of(List.of("eu/i-1")));
        List<PlannedStep> planned = PlannedSteps.actions(choice("'out_args':['__instances__'],"), given);
        assertThat(steps(planned)).containsExactly(id("action.a"), id("action.b"), id("action.c"));
        assertThat(planned.getFirst().late()).containsExactly("instances");
    }
}
