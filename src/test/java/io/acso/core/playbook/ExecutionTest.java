package io.acso.core.playbook;

import static io.acso.core.playbook.PlaybookBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecutionTest {

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void steps_run_one_after_the_other_and_outputs_become_variables() {
        Run run = Run.of(new PlaybookBuilder()
                .variable("host", "{'type':'string','external':true}")
                .variable("ticket", "{'type':'string'}")
                .start("action.a")
                .task("action.a", "'out_args':['__ticket__'],'on_completion':'action.b'")
                .action(
                        "action.b",
                        "{'type':'x-acso-task','command':'tell',"
                                + "'arguments':{'text':'__ticket__:value on __host__:value','not':5}}",
                        "'on_success':'end.e'")
                .end("end.e"));
        run.begin(Map.of("host", Value.of("web-01"), "ticket", Value.of("not external, not taken")));
        run.completed("action.a", "{'ticket':'T-1','other':'x'}");
        assertThat(run.last(Command.RunTask.class).arguments())
                .isEqualTo(PlaybookBuilder.json("{'text':'T-1 on web-01','not':5}"));
        assertThat(run.last(Command.RunTask.class).agent()).isEqualTo("incident-response");
        run.completed("action.b", "{}");
        run.endedAs(ExecutionStatus.COMPLETED, "all steps ended well");
    }

    @Test
    void a_list_is_one_action_for_each_element_and_an_empty_list_nothing_to_do() {
        PlaybookBuilder builder = new PlaybookBuilder()
                .variable("instances", "{'type':'list','external':true,'value':'[]'}")
                .start("action.a")
                .gated("action.a", "__instances__:value", "'on_completion':'end.e'")
                .end("end.e");
        Run some = Run.of(builder);
        some.begin(Map.of("instances", Value.of(List.of("eu/i-1", "eu/i-2"))));
        assertThat(some.last(Command.RunAction.class).call())
                .isEqualTo(new ActionCall(
                        "aws.ec2.stop-instance",
                        "aws:ec2:instance",
                        "aws:111122223333",
                        List.of("eu/i-1", "eu/i-2"),
                        Map.of()));
        Run none = Run.of(builder);
        none.begin(Map.of());
        none.endedAs(ExecutionStatus.COMPLETED, "");
    }

    @Test
    void what_a_variable_holds_is_never_expanded_again() {
        Run run = Run.of(new PlaybookBuilder()
                .variable("host", "{'type':'string','external':true}")
                .variable("secret", "{'type':'string','value':'s3'}")
                .start("action.a")
                .gated("action.a", "x-__host__:value", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of("host", Value.of("__secret__:value")));
        assertThat(run.last(Command.RunAction.class).call().targets()).containsExactly("x-__secret__:value");
    }

    @Test
    void branches_go_on_while_one_waits_for_a_person_and_join_at_the_end() {
        Run run = Run.of(new PlaybookBuilder()
                .start("parallel.p")
                .parallel("parallel.p", List.of("action.a", "action.m"), "'on_completion':'action.c'")
                .task("action.a", "'on_completion':'action.b'")
                .task("action.b", "'on_completion':'end.e'")
                .manual("action.m", "'on_completion':'end.e'")
                .task("action.c", "'on_completion':'end.f'")
                .end("end.e")
                .end("end.f"));
        run.begin(Map.of());
        run.completed("action.a", "{}");
        assertThat(run.state.status()).isEqualTo(ExecutionStatus.RUNNING);
        run.completed("action.b", "{}");
        assertThat(run.state.status()).isEqualTo(ExecutionStatus.WAITING);
        assertThat(run.state.steps()).doesNotContainKey(id("action.c"));
        run.answered("action.m", true);
        assertThat(run.state.steps()).containsKey(id("action.c"));
        run.completed("action.c", "{}");
        run.endedAs(ExecutionStatus.COMPLETED, "");
    }

    @Test
    void a_failure_is_tried_again_later_and_later_then_fails() {
        Run run = Run.of(oneTask());
        run.begin(Map.of());
        run.failed("action.a", true);
        assertThat(run.last(Command.RunTask.class).notBefore()).isEqualTo(run.now.plusSeconds(10));
        run.failed("action.a", true);
        assertThat(run.last(Command.RunTask.class).notBefore()).isEqualTo(run.now.plusSeconds(20));
        run.failed("action.a", true);
        run.endedAs(ExecutionStatus.FAILED, "no luck");
        assertThat(run.all(Command.RunTask.class))
                .extracting(Command.RunTask::attempt)
                .containsExactly(1, 2, 3);
    }

    @Test
    void a_failure_for_good_is_not_tried_again() {
        Run run = Run.of(oneTask());
        run.begin(Map.of());
        run.failed("action.a", false);
        run.endedAs(ExecutionStatus.FAILED, "no luck");
    }

    @Test
    void on_failure_handles_it_and_the_story_says_so() {
        Run run = Run.of(new PlaybookBuilder()
                .start("action.a")
                .task("action.a", "'on_success':'end.e','on_failure':'action.b'")
                .task("action.b", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        run.failed("action.a", false);
        run.completed("action.b", "{}");
        run.endedAs(ExecutionStatus.COMPLETED, "failures handled: '" + id("action.a") + "' failed: no luck");
    }

    @Test
    void a_failure_nobody_handles_waits_for_the_other_branches_then_the_exception_step_runs() {
        Run run = Run.of(new PlaybookBuilder()
                .set("workflow_exception", "'action.x'")
                .start("parallel.p")
                .parallel("parallel.p", List.of("action.a", "action.b"), "'on_completion':'action.c'")
                .task("action.a", "'on_completion':'end.e'")
                .task("action.b", "'on_completion':'end.e'")
                .task("action.c", "'on_completion':'end.e'")
                .task("action.x", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        run.failed("action.a", false);
        assertThat(run.state.status()).isEqualTo(ExecutionStatus.RUNNING);
        run.completed("action.b", "{}");
        assertThat(run.state.steps()).containsKey(id("action.x")).doesNotContainKey(id("action.c"));
        run.completed("action.x", "{}");
        run.endedAs(ExecutionStatus.FAILED, "no luck");
    }

    @Test
    void an_uncertain_step_ends_it_uncertain_after_the_others_even_with_a_failure_handler() {
        Run run = Run.of(new PlaybookBuilder()
                .start("parallel.p")
                .parallel("parallel.p", List.of("action.a", "action.b"), "'on_success':'end.e','on_failure':'end.e'")
                .gated("action.a", "i-1", "'on_completion':'end.e'")
                .task("action.b", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        run.fact(new Fact.StepUncertain(id("action.a"), 1, "connection lost", run.tick()));
        run.completed("action.b", "{}");
        run.endedAs(ExecutionStatus.UNCERTAIN, "connection lost");
    }

    @Test
    void past_its_deadline_a_task_has_failed_and_an_effect_is_uncertain() {
        Run task = Run.of(oneTask());
        task.begin(Map.of());
        task.deadline("action.a", Duration.ofMinutes(59));
        assertThat(task.state.status()).isEqualTo(ExecutionStatus.RUNNING);
        task.deadline("action.a", Duration.ofMinutes(61));
        task.endedAs(ExecutionStatus.FAILED, "did not end until 2026-01-01T01:00:00Z");

        Run effect = Run.of(new PlaybookBuilder()
                .start("action.a")
                .gated("action.a", "i-1", "'timeout':1000,'on_completion':'end.e'")
                .end("end.e"));
        effect.begin(Map.of());
        effect.deadline("action.a", Duration.ofSeconds(1));
        effect.endedAs(ExecutionStatus.UNCERTAIN, "may or may not have happened");
    }

    @Test
    void an_approval_is_awaited_for_a_day_and_a_yes_commands_the_next_attempt() {
        Run run = Run.of(new PlaybookBuilder()
                .start("action.a")
                .gated("action.a", "i-1", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        run.fact(new Fact.ApprovalNeeded(id("action.a"), 1, "policy p1", run.tick()));
        assertThat(run.state.status()).isEqualTo(ExecutionStatus.WAITING);
        assertThat(run.last(Command.AskPerson.class).deadline()).isEqualTo(run.now.plus(Duration.ofHours(24)));
        run.deadline("action.a", Duration.ofHours(2));
        run.answered("action.a", true);
        assertThat(run.last(Command.RunAction.class).attempt()).isEqualTo(2);
        run.completed("action.a", "{}");
        run.endedAs(ExecutionStatus.COMPLETED, "");
    }

    @Test
    void a_persons_words_set_a_manual_steps_only_output_and_a_no_fails_it() {
        PlaybookBuilder builder = new PlaybookBuilder()
                .variable("ready", "{'type':'string'}")
                .start("action.m")
                .manual("action.m", "'out_args':['__ready__'],'on_completion':'end.e'")
                .end("end.e");
        Run yes = Run.of(builder);
        yes.begin(Map.of());
        yes.answered("action.m", true);
        assertThat(yes.state.variables()).containsEntry("ready", Value.of("as you say"));
        Run no = Run.of(builder);
        no.begin(Map.of());
        no.answered("action.m", false);
        no.endedAs(ExecutionStatus.FAILED, "refused by ann: as you say");
    }

    @Test
    void cancelling_ends_all_and_says_which_effect_was_under_way() {
        Run run = Run.of(new PlaybookBuilder()
                .start("parallel.p")
                .parallel("parallel.p", List.of("action.a", "action.b"), "'on_completion':'end.e'")
                .gated("action.a", "i-1", "'on_completion':'end.e'")
                .task("action.b", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        run.fact(new Fact.CancelRequested("ann", "false alarm", run.tick()));
        assertThat(run.status("action.a")).isEqualTo(StepStatus.UNCERTAIN);
        assertThat(run.status("action.b")).isEqualTo(StepStatus.SKIPPED);
        run.endedAs(ExecutionStatus.CANCELLED, "cancelled by ann: false alarm");
    }

    @Test
    void a_pause_lets_what_runs_end_and_holds_the_rest_until_it_is_over() {
        Run run = Run.of(new PlaybookBuilder()
                .start("action.a")
                .task("action.a", "'on_completion':'action.b'")
                .task("action.b", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        run.fact(new Fact.PauseRequested("ann", "lunch", run.tick()));
        run.completed("action.a", "{}");
        assertThat(run.state.status()).isEqualTo(ExecutionStatus.PAUSED);
        assertThat(run.status("action.b")).isEqualTo(StepStatus.PENDING);
        run.fact(new Fact.ResumeRequested("ann", run.tick()));
        run.completed("action.b", "{}");
        run.endedAs(ExecutionStatus.COMPLETED, "");
    }

    @Test
    void a_delay_holds_a_step_back_until_its_timer() {
        Run run = Run.of(new PlaybookBuilder()
                .start("action.a")
                .task("action.a", "'delay':60000,'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        assertThat(run.last(Command.SetDeadline.class).at()).isEqualTo(T0.plusSeconds(60));
        assertThat(run.all(Command.RunTask.class)).isEmpty();
        run.deadline("action.a", Duration.ofSeconds(60));
        assertThat(run.all(Command.RunTask.class)).hasSize(1);
    }

    @Test
    void a_timeout_around_branches_gives_them_up() {
        Run run = Run.of(new PlaybookBuilder()
                .start("parallel.p")
                .parallel("parallel.p", List.of("action.a", "action.m"), "'timeout':5000,'on_completion':'end.e'")
                .task("action.a", "'on_completion':'end.e'")
                .manual("action.m", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        run.deadline("parallel.p", Duration.ofSeconds(5));
        assertThat(run.status("action.m")).isEqualTo(StepStatus.SKIPPED);
        run.endedAs(ExecutionStatus.FAILED, "did not end until");
    }

    @Test
    void a_condition_over_an_unknown_value_fails_its_step() {
        Run run = Run.of(new PlaybookBuilder()
                .variable("later", "{'type':'string'}")
                .start("if-condition.i")
                .choice("if-condition.i", "__later__:value = 'x'", "'on_true':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        run.endedAs(ExecutionStatus.FAILED, "has no value");
    }

    @Test
    void another_version_of_the_playbook_is_refused() {
        Run run = Run.of(oneTask());
        run.begin(Map.of());
        Playbook other = oneTask().set("name", "'other'").build();
        assertThatThrownBy(() -> Execution.advance(other, run.state, new Fact.ResumeRequested("ann", T0)))
                .hasMessageContaining("load that one");
    }

    @Test
    void the_state_survives_json() {
        Run run = Run.of(new PlaybookBuilder()
                .variable("hosts", "{'type':'list','value':'[\\u0022a\\u0022]'}")
                .variable("later", "{'type':'string'}")
                .start("action.a")
                .task("action.a", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        assertThat(Json.read(Json.bytes(run.state), ExecutionState.class)).isEqualTo(run.state);
        run.completed("action.a", "{'n':1}");
        assertThat(Json.read(Json.bytes(run.state), ExecutionState.class)).isEqualTo(run.state);
    }

    @Test
    void a_thousand_steps_in_one_go_do_not_exhaust_the_stack() {
        PlaybookBuilder builder = new PlaybookBuilder().start("action.a0");
        for (int i = 0; i < 990; i++) {
            builder.gated("action.a" + i, "", "'on_completion':'action.a" + (i + 1) + "'");
        }
        Run run = Run.of(builder.task("action.a990", "'on_completion':'end.e'").end("end.e"));
        run.begin(Map.of());
        assertThat(run.all(Command.RunTask.class)).hasSize(1);
    }

    private static PlaybookBuilder oneTask() {
        return new PlaybookBuilder()
                .start("action.a")
                .task("action.a", "'on_completion':'end.e'")
                .end("end.e");
    }
}
