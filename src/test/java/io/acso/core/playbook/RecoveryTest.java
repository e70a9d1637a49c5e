package io.acso.core.playbook;

import static io.acso.core.playbook.PlaybookBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Undoing, retrying, settling, pausing, and living through it all again. */
class RecoveryTest {

    private static final String UNDONE = "'step_extensions':{'" + Shapes.EXTENSION + "':{'compensate':true}}";

    @Test
    void a_failed_execution_undoes_its_effects_the_last_first() {
        Run run = Run.of(three());
        run.begin(Map.of());
        run.completed("action.a", "{}");
        run.completed("action.b", "{}");
        run.failed("action.c", false);
        assertThat(run.state.status()).isEqualTo(ExecutionStatus.COMPENSATING);
        assertThat(run.last(Command.UndoStep.class).stepId()).isEqualTo(id("action.b"));
        run.fact(new Fact.StepUndone(id("action.b"), 1, run.tick()));
        assertThat(run.last(Command.UndoStep.class).stepId()).isEqualTo(id("action.a"));
        run.fact(new Fact.StepNotUndone(id("action.a"), 1, "no inverse", run.tick()));
        run.endedAs(ExecutionStatus.FAILED, "'" + id("action.a") + "' was not undone: no inverse");
        assertThat(Execution.whyNotRetried(run.playbook, run.state))
                .hasValueSatisfying(why -> assertThat(why).contains("undone"));
    }

    @Test
    void a_cancelled_execution_undoes_its_effects_and_an_undo_has_a_deadline() {
        Run run = Run.of(three());
        run.begin(Map.of());
        run.completed("action.a", "{}");
        run.fact(new Fact.CancelRequested("ann", "enough", run.tick()));
        assertThat(run.all(Command.UndoStep.class)).hasSize(1);
        Command.UndoStep undo = run.last(Command.UndoStep.class);
        run.now = undo.deadline();
        run.fact(new Fact.DeadlinePassed(undo.stepId(), undo.attempt(), run.now));
        run.endedAs(ExecutionStatus.CANCELLED, "was not undone: it was not undone until");
    }

    @Test
    void nothing_is_undone_after_a_good_end_or_while_paused() {
        Run good = Run.of(three());
        good.begin(Map.of());
        List.of("action.a", "action.b", "action.c").forEach(step -> good.completed(step, "{}"));
        good.endedAs(ExecutionStatus.COMPLETED, "");
        assertThat(good.all(Command.UndoStep.class)).isEmpty();
        Run held = Run.of(three());
        held.begin(Map.of());
        held.completed("action.a", "{}");
        held.completed("action.b", "{}");
        held.failed("action.c", false);
        held.fact(new Fact.PauseRequested("ann", "wait", held.tick()));
        held.fact(new Fact.StepUndone(id("action.b"), 1, held.tick()));
        assertThat(held.all(Command.UndoStep.class)).hasSize(1);
        held.fact(new Fact.ResumeRequested("ann", held.tick()));
        assertThat(held.all(Command.UndoStep.class)).hasSize(2);
    }

    @Test
    void a_failed_execution_goes_on_from_what_failed_with_the_same_variables() {
        Run run = Run.of(branches());
        run.begin(Map.of());
        run.completed("action.a", "{'seen':'by a'}");
        run.failed("action.b", false);
        run.endedAs(ExecutionStatus.FAILED, "no luck");
        assertThat(Execution.whyNotRetried(run.playbook, run.state)).isEmpty();
        int before = run.all(Command.RunTask.class).size();
        run.fact(new Fact.RetryRequested("ann", run.tick()));
        assertThat(run.state.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(run.all(Command.RunTask.class)).hasSize(before + 1);
        assertThat(run.last(Command.RunTask.class).stepId()).isEqualTo(id("action.b"));
        assertThat(run.last(Command.RunTask.class).attempt()).isEqualTo(2);
        run.completed("action.b", "{}");
        run.completed("action.c", "{}");
        run.endedAs(ExecutionStatus.COMPLETED, "");
        assertThat(run.state.variables()).containsEntry("seen", Value.of("by a"));
    }

    @Test
    void an_uncertain_execution_is_not_retried_until_it_is_settled() {
        Run run = Run.of(three());
        run.begin(Map.of());
        run.fact(new Fact.StepUncertain(id("action.a"), 1, "lost", run.tick()));
        run.endedAs(ExecutionStatus.UNCERTAIN, "lost");
        ExecutionState ended = run.state;
        run.fact(new Fact.RetryRequested("ann", run.tick()));
        assertThat(run.state).isSameAs(ended);
        assertThat(Execution.whyNotRetried(run.playbook, run.state))
                .hasValueSatisfying(why -> assertThat(why).contains("settle"));
        run.fact(new Fact.StepSettled(id("action.a"), 1, true, "ann", run.tick()));
        assertThat(run.state.status()).isEqualTo(ExecutionStatus.FAILED);
        run.fact(new Fact.RetryRequested("ann", run.tick()));
        assertThat(run.last(Command.RunAction.class).stepId())
                .as("what happened is not done again")
                .isEqualTo(id("action.b"));
    }

    @Test
    void an_effect_that_did_not_happen_is_done_by_the_retry() {
        Run run = Run.of(three());
        run.begin(Map.of());
        run.fact(new Fact.StepUncertain(id("action.a"), 1, "lost", run.tick()));
        run.fact(new Fact.StepSettled(id("action.a"), 1, false, "ann", run.tick()));
        run.fact(new Fact.RetryRequested("ann", run.tick()));
        assertThat(run.last(Command.RunAction.class).stepId()).isEqualTo(id("action.a"));
        assertThat(run.last(Command.RunAction.class).attempt()).isEqualTo(2);
    }

    @Test
    void a_policy_says_how_often_and_after_how_long_a_step_is_tried_again() {
        Run run = Run.of(new PlaybookBuilder()
                .start("action.a")
                .task(
                        "action.a",
                        "'on_completion':'end.e','step_extensions':{'" + Shapes.EXTENSION
                                + "':{'retry':{'attempts':4,'backoff_ms':1000,'multiplier':3,'longest_ms':5000}}}")
                .end("end.e"));
        run.begin(Map.of());
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            run.failed("action.a", true);
            waits.add(Duration.between(run.now, run.last(Command.RunTask.class).notBefore()));
        }
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5));
        run.failed("action.a", true);
        run.endedAs(ExecutionStatus.FAILED, "no luck");
    }

    @Test
    void terms_of_approval_go_with_the_question() {
        Run run = Run.of(new PlaybookBuilder()
                .set(
                        "playbook_extensions",
                        "{'" + Shapes.EXTENSION + "':{'approval':{'quorum':2,'validity_ms':60000,'escalation':"
                                + "[{'after_ms':30000,'to':'lead'}]}}}")
                .start("action.a")
                .manual("action.a", "'on_completion':'end.e'")
                .end("end.e"));
        run.begin(Map.of());
        Command.AskPerson ask = run.last(Command.AskPerson.class);
        assertThat(ask.deadline()).isEqualTo(Instant.parse("2026-01-01T00:01:00Z"));
        assertThat(ask.terms())
                .isEqualTo(new ApprovalTerms(
                        2,
                        Duration.ofMinutes(1),
                        List.of(new ApprovalTerms.Escalation(Duration.ofSeconds(30), "lead"))));
    }

    @Test
    void the_facts_on_record_lead_to_the_state_on_record_and_a_change_is_named() {
        Run run = Run.of(branches());
        List<Fact> facts = List.of(
                new Fact.StepCompleted(id("action.a"), 1, Json.object().put("seen", "x"), run.tick()),
                new Fact.StepFailed(id("action.b"), 1, "no luck", false, run.tick()),
                new Fact.RetryRequested("ann", run.tick()));
        run.begin(Map.of());
        facts.forEach(run::fact);
        List<Fact> stored = facts.stream()
                .map(fact -> Json.read(Json.bytes(fact), Fact.class))
                .toList();
        assertThat(Replay.of(run.playbook, run.state, Map.of(), stored).differences())
                .isEmpty();
        assertThat(Replay.of(run.playbook, run.state, Map.of(), stored.subList(0, 2))
                        .differences())
                .anySatisfy(difference -> assertThat(difference).contains("status", "FAILED", "RUNNING"));
    }

    @Test
    void a_history_reads_as_a_story() {
        Run run = Run.of(three());
        Transition begun = Execution.begin(run.playbook, "exe-1", Map.of(), run.now);
        assertThat(Story.of(run.playbook, begun.history())).first().isEqualTo("2026-01-01 00:00:00 UTC");
        assertThat(Story.of(run.playbook, begun.history()))
                .anySatisfy(line -> assertThat(line).contains("+0:00:00", "Execution of 'A test' began"))
                .anySatisfy(line -> assertThat(line).contains("attempt 1: aws.ec2.stop-instance on [i-1]"));
    }

    private static PlaybookBuilder three() {
        return new PlaybookBuilder()
                .start("action.a")
                .gated("action.a", "i-1", "'on_completion':'action.b'," + UNDONE)
                .gated("action.b", "i-2", "'on_completion':'action.c'," + UNDONE)
                .gated("action.c", "i-3", "'on_completion':'end.e'," + UNDONE)
                .end("end.e");
    }

    private static PlaybookBuilder branches() {
        return new PlaybookBuilder()
                .variable("seen", "{'type':'string'}")
                .start("parallel.p")
                .parallel("parallel.p", List.of("action.a", "action.b"), "'on_completion':'action.c'")
                .task("action.a", "'out_args':['__seen__'],'on_completion':'end.e'")
                .task("action.b", "'on_completion':'end.e'")
                .task("action.c", "'on_completion':'end.e'")
                .end("end.e");
    }
}
