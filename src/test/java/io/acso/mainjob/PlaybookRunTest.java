package io.acso.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.core.autonomy.Effect;
import io.acso.core.playbook.ExecutionState;
import io.acso.core.playbook.Fact;
import io.acso.core.playbook.PlaybookBuilder;
import io.acso.core.playbook.Replay;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Playbooks that a person runs, from the question to the end, on a clock that stands still. */
class PlaybookRunTest {

    private static final Principal BOB = Principal.person("bob");
    private static final String EXTENSION = "extension-definition--6f0b1d52-3c3f-4b7e-9a52-5d8f7f0c2a91";
    private static final String COMPENSATE = "'step_extensions':{'" + EXTENSION + "':{'compensate':true}},";
    private static final String END = "'on_completion':'end.e'";

    @TempDir
    Path directory;

    private Office office;

    @AfterEach
    void close() {
        office.close();
    }

    private Office office(Map<String, String> overlay) {
        office = new Office(directory, overlay, List.of());
        return office;
    }

    private static PlaybookBuilder playbook(String first) {
        return new PlaybookBuilder().start(first).end("end.e");
    }

    private ExecutionRecord run(String id, PlaybookBuilder playbook, boolean dry) {
        String text = playbook.text();
        Digest hash = Digest.of(text.getBytes(StandardCharsets.UTF_8));
        office.durability.commit(
                Commit.builder().overwrite(CaseKeys.playbookText(hash, text)).build());
        ObjectNode wanted = Json.object()
                .put("execution", id)
                .put("playbook", playbook.build().id())
                .put("hash", hash.hex())
                .put("dryRun", dry);
        office.ask(CaseTasks.RUN_PLAYBOOK, BOB, wanted);
        return execution(id);
    }

    private ExecutionRecord execution(String id) {
        return office.casebook().execution(id).map(Held::value).orElseThrow();
    }

    private void approve() {
        office.answer(office.pending(), true);
    }

    private String history(String id) {
        return String.join(
                "\n",
                office.casebook().history(id).stream()
                        .map(entry -> entry.path("what").asString())
                        .toList());
    }

    @Test
    void is_planned_and_waits_for_somebody_else_and_then_runs() {
        office(Map.of());
        ExecutionRecord asked = run("exe_1", playbook("action.a").gated("action.a", "i-1", END), false);
        assertThat(asked.status()).isEqualTo(ExecutionRecord.AWAITING_APPROVAL);
        assertThat(office.outside.contained()).isEmpty();
        office.answer(office.pending(), office.pending().planHash().hex(), true, BOB);
        assertThat(execution("exe_1").status())
                .as("who asked does not approve")
                .isEqualTo(ExecutionRecord.AWAITING_APPROVAL);
        approve();
        assertThat(office.outside.contained()).containsExactly("aws.ec2.stop-instance i-1");
        assertThat(execution("exe_1").status()).isEqualTo("COMPLETED");
    }

    @Test
    void a_dry_run_shows_the_plan_and_does_nothing() {
        office(Map.of());
        ExecutionRecord dry = run("exe_1", playbook("action.a").gated("action.a", "i-1", END), true);
        assertThat(dry.status()).isEqualTo(ExecutionRecord.DRY_RUN);
        assertThat(dry.plan().actions())
                .singleElement()
                .satisfies(action -> assertThat(action.dryRun().calls()).isNotEmpty());
        assertThat(dry.decisions()).hasSize(1);
        assertThat(office.approvals(io.acso.core.autonomy.Approval.Status.PENDING))
                .isEmpty();
        office.pass(Duration.ofDays(1));
        assertThat(office.outside.contained()).isEmpty();
        assertThat(execution("exe_1").status()).isEqualTo(ExecutionRecord.DRY_RUN);
    }

    @Test
    void what_it_was_told_leads_to_the_same_state_again() {
        office(Map.of());
        PlaybookBuilder two = playbook("action.a")
                .gated("action.a", "i-1", "'on_completion':'action.b'")
                .manual("action.b", END);
        run("exe_1", two, false);
        approve();
        office.ask(CaseTasks.PAUSE_EXECUTION, BOB, about("exe_1"));
        office.ask(CaseTasks.RESUME_EXECUTION, BOB, about("exe_1"));
        office.ask(
                CaseTasks.ANSWER_STEP,
                BOB,
                about("exe_1").put("step", PlaybookBuilder.id("action.b")).put("accepted", true));
        ExecutionRecord ended = execution("exe_1");
        assertThat(ended.status()).isEqualTo("COMPLETED");
        assertThat(office.casebook().moments("exe_1")).hasSizeGreaterThan(3);
        assertThat(replay(two, ended)).isEmpty();
    }

    private List<String> replay(PlaybookBuilder playbook, ExecutionRecord record) {
        List<Fact> facts = office.casebook().moments(record.id()).stream()
                .filter(moment -> moment.fact() != null)
                .map(moment -> Json.convert(moment.fact(), Fact.class))
                .toList();
        ExecutionState state = Json.convert(record.state(), ExecutionState.class);
        return Replay.of(playbook.build(), state, Map.of(), facts).differences();
    }

    @Test
    void another_playbook_is_an_execution_of_its_own_whose_end_ends_the_step() {
        PlaybookBuilder inner = playbook("action.a")
                .gated("action.a", "i-1", END)
                .set("id", "'playbook--11111111-2222-4333-8444-555555555555'");
        office(Map.of("playbooks/inner.json", inner.text()));
        PlaybookBuilder outer = playbook("playbook-action.p")
                .step(
                        "playbook-action.p",
                        "{'playbook_id':'playbook--11111111-2222-4333-8444-555555555555'," + END + "}");
        run("exe_1", outer, false);
        assertThat(execution("exe_1").status()).isEqualTo("RUNNING");
        approve();
        assertThat(office.outside.contained()).containsExactly("aws.ec2.stop-instance i-1");
        assertThat(execution("exe_1").status()).isEqualTo("COMPLETED");
        assertThat(office.executions())
                .filteredOn(found -> found.parent() != null)
                .singleElement()
                .satisfies(child -> assertThat(child.status()).isEqualTo("COMPLETED"));
    }

    @Test
    void the_end_of_the_outer_one_ends_the_inner() {
        PlaybookBuilder inner = playbook("action.a")
                .gated("action.a", "i-1", END)
                .set("id", "'playbook--11111111-2222-4333-8444-555555555555'");
        office(Map.of("playbooks/inner.json", inner.text()));
        PlaybookBuilder outer = playbook("playbook-action.p")
                .step(
                        "playbook-action.p",
                        "{'playbook_id':'playbook--11111111-2222-4333-8444-555555555555'," + END + "}");
        run("exe_1", outer, false);
        office.ask(CaseTasks.CANCEL_EXECUTION, BOB, about("exe_1").put("why", "enough"));
        assertThat(office.executions())
                .allSatisfy(one -> assertThat(one.status()).isEqualTo("CANCELLED"));
        assertThat(office.approvals(io.acso.core.autonomy.Approval.Status.PENDING))
                .isEmpty();
    }

    @Test
    void a_failed_one_goes_on_from_what_failed() {
        office(Map.of());
        office.outside.answering("i-2", new Effect.Failed("it is on fire", false));
        PlaybookBuilder two = playbook("action.a")
                .gated("action.a", "i-1", "'on_completion':'action.b'")
                .gated("action.b", "i-2", END);
        run("exe_1", two, false);
        approve();
        assertThat(execution("exe_1").status()).isEqualTo("FAILED");
        office.outside.answering("i-2", new Effect.Done(Map.of()));
        office.ask(CaseTasks.RETRY_EXECUTION, BOB, about("exe_1"));
        assertThat(execution("exe_1").status()).as(history("exe_1")).isEqualTo("COMPLETED");
        assertThat(office.outside.contained())
                .containsExactly("aws.ec2.stop-instance i-1", "aws.ec2.stop-instance i-2");
        assertThat(replay(two, execution("exe_1"))).isEmpty();
    }

    @Test
    void more_branches_than_fit_into_one_commit_all_run() {
        office(Map.of());
        List<String> names =
                IntStream.range(0, 80).mapToObj(i -> "action.b" + i).toList();
        PlaybookBuilder wide = playbook("parallel.p").parallel("parallel.p", names, END);
        names.forEach(name -> wide.manual(name, "'on_completion':'end.x" + name.substring(8) + "'")
                .end("end.x" + name.substring(8)));
        run("exe_1", wide, false);
        names.forEach(name -> office.ask(
                CaseTasks.ANSWER_STEP,
                BOB,
                about("exe_1").put("step", PlaybookBuilder.id(name)).put("accepted", true)));
        assertThat(execution("exe_1").status()).as(history("exe_1")).isEqualTo("COMPLETED");
        assertThat(execution("exe_1").pending()).isEmpty();
    }

    @Test
    void a_loop_does_its_work_each_time() {
        office(Map.of());
        PlaybookBuilder loop = playbook("while-condition.w")
                .variable("go", "{'type':'string','value':'yes'}")
                .choice("while-condition.w", "__go__:value = 'yes'", "'on_true':'action.a'," + END)
                .gated("action.a", "i-1", "'on_completion':'action.m'")
                .action(
                        "action.m",
                        "{'type':'manual','command':'once more?'}",
                        "'out_args':['__go__'],'on_completion':'end.i'")
                .end("end.i");
        run("exe_1", loop, false);
        approve();
        answer("action.m", "yes");
        answer("action.m", "no");
        assertThat(execution("exe_1").status()).as(history("exe_1")).isEqualTo("COMPLETED");
        assertThat(office.outside.contained())
                .containsExactly("aws.ec2.stop-instance i-1", "aws.ec2.stop-instance i-1");
    }

    @Test
    void what_is_to_be_compensated_is_taken_back_when_a_later_step_fails() {
        office(Map.of());
        office.outside.withInverses();
        office.outside.answering("i-2", new Effect.Failed("it is on fire", false));
        PlaybookBuilder two = playbook("action.a")
                .gated("action.a", "i-1", COMPENSATE + "'on_completion':'action.b'")
                .gated("action.b", "i-2", END);
        run("exe_1", two, false);
        assertThat(office.pending().plan().actions())
                .as("the approval covers taking it back")
                .extracting(planned -> planned.action().kind())
                .containsExactly("aws.ec2.stop-instance", "aws.ec2.start-instance", "aws.ec2.stop-instance");
        approve();
        assertThat(office.outside.contained())
                .as(history("exe_1"))
                .containsExactly("aws.ec2.stop-instance i-1", "aws.ec2.start-instance i-1");
        assertThat(execution("exe_1").status()).isEqualTo("FAILED");
        assertThat(replay(two, execution("exe_1"))).isEmpty();
    }

    @Test
    void an_action_known_only_later_runs_within_what_was_approved() {
        office(Map.of());
        PlaybookBuilder late = playbook("action.m")
                .variable("host", "{'type':'string','value':''}")
                .action(
                        "action.m",
                        "{'type':'manual','command':'which?'}",
                        "'out_args':['__host__'],'on_completion':'action.a'")
                .gated("action.a", "__host__:value", END);
        run("exe_1", late, false);
        assertThat(office.pending().plan().constraints())
                .singleElement()
                .satisfies(bound -> assertThat(bound.target()).isEqualTo("*"));
        approve();
        answer("action.m", "i-9");
        assertThat(office.outside.contained()).as(history("exe_1")).containsExactly("aws.ec2.stop-instance i-9");
        assertThat(execution("exe_1").status()).isEqualTo("COMPLETED");
    }

    @Test
    void a_quorum_of_the_playbook_is_asked_for() {
        office(Map.of());
        PlaybookBuilder careful = playbook("action.a")
                .gated("action.a", "i-1", "'step_extensions':{'" + EXTENSION + "':{'approval':{'quorum':2}}}," + END);
        run("exe_1", careful, false);
        approve();
        assertThat(execution("exe_1").status()).isEqualTo(ExecutionRecord.AWAITING_APPROVAL);
        office.answer(office.pending(), office.pending().planHash().hex(), true, Principal.person("carol"));
        assertThat(execution("exe_1").status()).isEqualTo("COMPLETED");
    }

    private void answer(String step, String text) {
        office.ask(
                CaseTasks.ANSWER_STEP,
                BOB,
                about("exe_1")
                        .put("step", PlaybookBuilder.id(step))
                        .put("accepted", true)
                        .put("text", text));
    }

    private static ObjectNode about(String id) {
        return Json.object().put("execution", id);
    }
}
