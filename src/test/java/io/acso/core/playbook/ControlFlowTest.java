package io.acso.core.playbook;

import static io.acso.core.playbook.PlaybookBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Loops, switches, playbooks within playbooks, and the limits of them all. */
class ControlFlowTest {

    private static final String LIMIT = "'step_extensions':{'" + Shapes.EXTENSION + "':{'max_iterations':%d}}";

    @Test
    void a_loop_repeats_its_steps_until_its_condition_no_longer_holds() {
        Run run = Run.of(loop("'on_completion':'end.e'"));
        run.begin(Map.of());
        run.completed("action.a", "{'left':2}");
        run.completed("action.a", "{'left':1}");
        assertThat(run.state.status()).isEqualTo(ExecutionStatus.RUNNING);
        run.completed("action.a", "{'left':0}");
        run.endedAs(ExecutionStatus.COMPLETED, "all steps ended well");
        assertThat(run.all(Command.RunTask.class))
                .extracting(Command.RunTask::attempt)
                .containsExactly(1, 2, 3);
    }

    @Test
    void a_late_answer_of_an_earlier_turn_changes_nothing() {
        Run run = Run.of(loop("'on_completion':'end.e'"));
        run.begin(Map.of());
        run.completed("action.a", "{'left':2}");
        ExecutionState before = run.state;
        run.fact(new Fact.StepFailed(id("action.a"), 1, "late", false, run.tick()));
        assertThat(run.state).isSameAs(before);
    }

    @Test
    void a_loop_that_does_not_end_fails_with_the_cure() {
        Run run = Run.of(loop("'on_completion':'end.e'," + LIMIT.formatted(2)));
        run.begin(Map.of());
        run.completed("action.a", "{'left':9}");
        run.completed("action.a", "{'left':9}");
        run.endedAs(ExecutionStatus.FAILED, "still holds after 2 turns, the most it may take: raise max_iterations");
    }

    @Test
    void a_loop_that_only_controls_is_bounded_in_one_transition_and_so_is_its_history() {
        Run run = Run.of(new PlaybookBuilder()
                .start("while-condition.o")
                .choice("while-condition.o", "1 = 1", "'on_true':'while-condition.i','on_completion':'end.e'")
                .choice("while-condition.i", "1 = 1", "'on_true':'end.e','on_success':'end.f','on_failure':'end.f'")
                .end("end.e")
                .end("end.f"));
        Transition begun = Execution.begin(run.playbook, "exe-1", Map.of(), run.now);
        assertThat(begun.state().status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(begun.state().why()).contains("20000 steps");
        assertThat(begun.history()).hasSizeLessThan(50);
        assertThat(begun.history().getLast().what()).contains("more entries");
    }

    @Test
    void the_timeout_of_a_loop_holds_for_all_its_turns() {
        Run run = Run.of(loop("'on_completion':'end.e','timeout':60000"));
        run.begin(Map.of());
        run.completed("action.a", "{'left':2}");
        run.completed("action.a", "{'left':2}");
        run.deadline("while-condition.w", Duration.ofSeconds(60));
        run.endedAs(ExecutionStatus.FAILED, "did not end until 2026-01-01T00:01:00Z");
    }

    @Test
    void a_switch_takes_the_case_of_the_value_or_the_default() {
        assertThat(switched("east")).containsExactly(id("action.east"));
        assertThat(switched("west")).containsExactly(id("action.other"));
    }

    @Test
    void a_switch_without_a_fitting_case_goes_on() {
        Run run = Run.of(new PlaybookBuilder()
                .variable("x", "{'type':'string','value':'north'}")
                .start("switch-condition.s")
                .step("switch-condition.s", "{'switch':'__x__:value','cases':{'east':'end.e'},'on_completion':'end.e'}")
                .end("end.e"));
        run.begin(Map.of());
        run.endedAs(ExecutionStatus.COMPLETED, "");
    }

    @Test
    void another_playbook_gets_its_inputs_and_gives_its_outputs() {
        Run run = Run.of(other("'on_completion':'if-condition.i'"));
        run.begin(Map.of());
        Command.RunPlaybook child = run.last(Command.RunPlaybook.class);
        assertThat(child.playbookId()).startsWith("playbook--");
        assertThat(child.inputs()).isEqualTo(Map.of("host", Value.of("web-01")));
        run.completed("playbook-action.p", "{'found':'yes'}");
        assertThat(run.state.variables()).containsEntry("found", Value.of("yes"));
        run.endedAs(ExecutionStatus.COMPLETED, "");
    }

    @Test
    void another_playbook_is_let_go_when_the_execution_is_cancelled_and_what_it_did_is_uncertain() {
        Run run = Run.of(other("'on_completion':'if-condition.i'"));
        run.begin(Map.of());
        run.fact(new Fact.CancelRequested("ann", "enough", run.tick()));
        assertThat(run.last(Command.CancelPlaybook.class).attempt()).isEqualTo(1);
        assertThat(run.status("playbook-action.p")).isEqualTo(StepStatus.UNCERTAIN);
        run.endedAs(ExecutionStatus.CANCELLED, "enough");
    }

    @Test
    void a_value_that_is_not_of_its_type_fails_where_it_comes_in() {
        PlaybookBuilder builder = new PlaybookBuilder()
                .variable("ip", "{'type':'ipv4-addr','external':true}")
                .start("action.a")
                .task("action.a", "'out_args':['__ip__'],'on_completion':'end.e'")
                .end("end.e");
        Run given = Run.of(builder);
        given.begin(Map.of("ip", Value.of("not an address")));
        given.endedAs(ExecutionStatus.FAILED, "__ip__ is of type ipv4-addr, which 'not an address' is not");
        Run told = Run.of(builder);
        told.begin(Map.of("ip", Value.of("192.0.2.1")));
        told.completed("action.a", "{'ip':'300.1.1.1'}");
        told.endedAs(ExecutionStatus.FAILED, "'300.1.1.1' is not");
    }

    @Test
    void outputs_that_do_not_fit_fail_the_step_and_are_not_kept() {
        Run run = Run.of(loop("'on_completion':'end.e'"));
        run.begin(Map.of());
        run.completed("action.a", "{'note':'" + "x".repeat(Limits.CHARACTERS) + "'}");
        run.endedAs(ExecutionStatus.FAILED, "hold at most 64000 in all");
        assertThat(Limits.size(run.state.variables())).isLessThan(100);
    }

    @Test
    void inputs_that_do_not_fit_end_the_execution_at_once() {
        Run run = Run.of(new PlaybookBuilder()
                .variable("text", "{'type':'string','external':true}")
                .start("action.a")
                .task("action.a", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of("text", Value.of("x".repeat(Limits.CHARACTERS + 1))));
        run.endedAs(ExecutionStatus.FAILED, "its variables hold 64001 characters");
    }

    @Test
    void the_largest_playbook_that_goes_wrong_everywhere_still_fits_a_record() {
        PlaybookBuilder builder = new PlaybookBuilder().start("action.n0");
        int steps = PlaybookReader.MAX_STEPS - 2;
        for (int i = 0; i < steps; i++) {
            String next = i + 1 < steps ? "action.n" + (i + 1) : "end.e";
            builder.task("action.n" + i, "'on_success':'" + next + "','on_failure':'" + next + "'");
        }
        Run run = Run.of(builder.end("end.e"));
        run.begin(Map.of());
        for (int i = 0; i < steps; i++) {
            String step = id("action.n" + i);
            run.fact(new Fact.StepFailed(step, 1, "why ".repeat(500), false, run.tick()));
        }
        assertThat(run.state.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(Json.bytes(run.state).length).isLessThan(350_000 - Limits.CHARACTERS);
    }

    @Test
    void a_turn_of_a_loop_is_another_visit_and_another_attempt_is_not() {
        Run run = Run.of(new PlaybookBuilder()
                .variable("left", "{'type':'integer','value':'1'}")
                .start("while-condition.w")
                .choice("while-condition.w", "__left__:value > 0", "'on_true':'action.a','on_completion':'end.e'")
                .gated("action.a", "i-1", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        run.failed("action.a", true);
        run.completed("action.a", "{}");
        assertThat(run.all(Command.RunAction.class))
                .extracting(Command.RunAction::visit)
                .containsExactly(1, 1, 2);
    }

    private static List<String> switched(String value) {
        Run run = Run.of(new PlaybookBuilder()
                .variable("x", "{'type':'string','value':'" + value + "'}")
                .start("switch-condition.s")
                .step(
                        "switch-condition.s",
                        "{'switch':'__x__:value','cases':{'east':'action.east','default':'action.other'},"
                                + "'on_completion':'end.e'}")
                .task("action.east", "'on_completion':'end.e'")
                .task("action.other", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        return run.all(Command.RunTask.class).stream()
                .map(Command.RunTask::stepId)
                .toList();
    }

    private static PlaybookBuilder loop(String flow) {
        return new PlaybookBuilder()
                .variable("left", "{'type':'integer','value':'3'}")
                .variable("note", "{'type':'string'}")
                .start("while-condition.w")
                .choice("while-condition.w", "__left__:value > 0", "'on_true':'action.a'," + flow)
                .task("action.a", "'out_args':['__left__','__note__'],'on_completion':'end.b'")
                .end("end.b")
                .end("end.e");
    }

    private static PlaybookBuilder other(String flow) {
        return new PlaybookBuilder()
                .variable("host", "{'type':'string','value':'web-01'}")
                .variable("found", "{'type':'string'}")
                .start("playbook-action.p")
                .step(
                        "playbook-action.p",
                        "{'playbook_id':'playbook--0ea5d6b8-7a3e-4c22-9f4e-2d9c1c3b7a10','in_args':['__host__'],"
                                + "'out_args':['__found__']," + flow + "}")
                .choice("if-condition.i", "__found__:value = 'yes'", "'on_true':'end.e','on_completion':'end.e'")
                .end("end.e");
    }
}
