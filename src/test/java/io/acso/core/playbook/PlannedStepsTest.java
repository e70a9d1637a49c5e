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

    @Test
    void what_comes_to_nothing_says_which_input_it_lacks() {
        Playbook playbook = new PlaybookBuilder()
                .variable("keys", "{'type':'list','value':'[]','external':true}")
                .variable("host", "{'type':'string','external':true}")
                .variable("instances", "{'type':'list','value':'[]','external':true}")
                .start("action.a")
                .gated("action.a", "__keys__:value", "'on_completion':'action.b'")
                .gated("action.b", "__host__:value", "'on_completion':'if-condition.i'")
                .choice("if-condition.i", "__instances__:value != '[]'", "'on_true':'action.c','on_completion':'end.e'")
                .gated("action.c", "__instances__:value", "'on_completion':'end.e'")
                .end("end.e")
                .build();
        List<UnplannedStep> unplanned = PlannedSteps.outlook(playbook, Map.of()).unplanned();
        assertThat(unplanned)
                .extracting(UnplannedStep::stepId)
                .containsExactly(id("action.a"), id("action.b"), id("action.c"));
        assertThat(unplanned)
                .extracting(UnplannedStep::lacks)
                .containsExactly(List.of("keys"), List.of("host"), List.of("instances"));
        assertThat(unplanned.getFirst().why()).isEqualTo("there is nothing to act on: keys is empty");
        assertThat(unplanned.get(1).why()).contains("its exact call is not known: host is empty");
        assertThat(unplanned.getLast().why()).contains("does not lead to it").contains("instances is empty");

        var given = Map.of(
                "keys", Value.of(List.of("k-1")),
                "host", Value.of("h-1"),
                "instances", Value.of(List.of("eu/i-1")));
        PlannedSteps.Outlook whole = PlannedSteps.outlook(playbook, given);
        assertThat(whole.unplanned()).isEmpty();
        assertThat(whole.planned()).hasSize(3);
    }

    @Test
    void what_a_step_sets_is_no_input_that_lacks() {
        Playbook playbook = choice("'out_args':['__instances__'],");
        assertThat(PlannedSteps.outlook(playbook, Map.of()).unplanned()).isEmpty();
    }
}
