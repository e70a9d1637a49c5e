package io.acso.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.TakingBack;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.EffectRecord;
import io.acso.core.playbook.PlaybookBuilder;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions to several people, one group after the other, and taking an effect back, on a clock that stands still. */
class ApprovalFlowTest {

    private static final Principal BOB = Principal.person("bob");
    private static final Principal CAROL = Principal.person("carol");
    private static final String APPROVERS = """
            groups:
              on-call: [person:alice]
              leads: [person:carol]
            terms:
              - kinds: ["aws.ec2.stop-instance"]
                quorum: 2
                chain:
                  - {group: on-call}
                  - {group: leads, after: PT15M}
            """;

    @TempDir
    Path directory;

    private Office office;

    @AfterEach
    void close() {
        office.close();
    }

    private void ask(Map<String, String> overlay) {
        ask(overlay, BOB);
    }

    private void ask(Map<String, String> overlay, Principal by) {
        office = new Office(directory, overlay, List.of());
        office.outside.withInverses();
        PlaybookBuilder playbook = new PlaybookBuilder()
                .start("action.a")
                .gated("action.a", "i-1", "'on_completion':'end.e'")
                .end("end.e");
        String text = playbook.text();
        Digest hash = Digest.of(text.getBytes(StandardCharsets.UTF_8));
        office.durability.commit(
                Commit.builder().overwrite(CaseKeys.playbookText(hash, text)).build());
        office.ask(
                CaseTasks.RUN_PLAYBOOK,
                by,
                Json.object()
                        .put("execution", "exe_1")
                        .put("playbook", playbook.build().id())
                        .put("hash", hash.hex())
                        .put("dryRun", false));
    }

    private void answer(Principal by) {
        Approval asked = office.casebook().approvals(10, null).items().getFirst();
        office.answer(asked, asked.planHash().hex(), true, by);
    }

    private Approval asked() {
        return office.casebook().approvals(10, null).items().getFirst();
    }

    @Test
    void two_people_agree_the_second_from_the_group_that_is_asked_when_nobody_has_decided() {
        ask(Map.of("policies/approvers.yml", APPROVERS));
        answer(CAROL);
        assertThat(asked().votes()).as("not asked yet").isEmpty();
        answer(Office.ALICE);
        assertThat(asked().missing()).isEqualTo(1);
        answer(Office.ALICE);
        assertThat(asked().missing()).as("nobody counts twice").isEqualTo(1);
        assertThat(office.outside.contained()).isEmpty();
        office.pass(Duration.ofMinutes(15));
        assertThat(asked().groups()).containsExactly("leads", "on-call");
        answer(CAROL);
        assertThat(asked().status()).isEqualTo(Approval.Status.APPROVED);
        assertThat(office.outside.contained()).containsExactly("aws.ec2.stop-instance i-1");
        assertThat(office.facts("ApprovalEscalated")).containsExactly(asked().id());
    }

    @Test
    void what_a_program_of_nobodys_asks_for_two_people_approve_and_it_says_why() {
        ask(Map.of(), Office.STRAY);
        assertThat(asked().terms().quorum()).isEqualTo(2);
        assertThat(asked().why()).contains("nobody knows whose program asked", "service:stray", "acso.identity.owners");
        answer(Office.ALICE);
        assertThat(office.outside.contained()).as("it may be hers").isEmpty();
        answer(CAROL);
        assertThat(office.outside.contained()).containsExactly("aws.ec2.stop-instance i-1");
    }

    @Test
    void one_who_disagrees_is_enough() {
        ask(Map.of("policies/approvers.yml", APPROVERS));
        office.answer(asked(), false);
        assertThat(asked().status()).isEqualTo(Approval.Status.REJECTED);
        assertThat(office.outside.contained()).isEmpty();
    }

    @Test
    void a_lent_right_answers_and_is_named() {
        ask(Map.of("policies/approvers.yml", APPROVERS));
        Principal dave = Principal.person("dave");
        office.delegations.delegate(Office.ALICE, dave, office.clock.instant().plus(Duration.ofHours(1)), "away");
        answer(dave);
        assertThat(asked().votes())
                .singleElement()
                .satisfies(vote -> assertThat(vote.onBehalfOf()).isEqualTo(Office.ALICE));
    }

    @Test
    void an_effect_is_taken_back_when_somebody_else_approves_that() {
        ask(Map.of());
        answer(Office.ALICE);
        EffectRecord stopped = office.effects.of("exe_1").getFirst();
        office.ask(
                CaseTasks.UNDO_EFFECT,
                BOB,
                Json.object().put("execution", "exe_1").put("effect", stopped.key()));
        Approval question = office.pending();
        assertThat(question.plan().actions())
                .singleElement()
                .satisfies(planned -> assertThat(planned.action().kind()).isEqualTo("aws.ec2.start-instance"));
        office.answer(question, question.planHash().hex(), true, BOB);
        assertThat(office.pending()).as("who wants it does not approve it").isEqualTo(question);
        office.answer(question, true);
        assertThat(office.outside.contained())
                .containsExactly("aws.ec2.stop-instance i-1", "aws.ec2.start-instance i-1");
        assertThat(office.facts("EffectUndone")).containsExactly(stopped.key());
        assertThat(office.effects.of("exe_1")).hasSize(2);
    }

    private EffectRecord wantedBack() {
        ask(Map.of());
        answer(Office.ALICE);
        EffectRecord stopped = office.effects.of("exe_1").getFirst();
        undo(BOB, stopped);
        return stopped;
    }

    private void undo(Principal by, EffectRecord effect) {
        office.ask(
                CaseTasks.UNDO_EFFECT,
                by,
                Json.object().put("execution", "exe_1").put("effect", effect.key()));
    }

    private TakingBack wish(EffectRecord effect) {
        return office.casebook().takingBack("exe_1", effect.key()).orElseThrow().value();
    }

    @Test
    void a_second_wish_waits_for_no_answer_of_its_own() {
        EffectRecord stopped = wantedBack();
        Approval question = office.pending();
        undo(CAROL, stopped);
        assertThat(office.pending()).isEqualTo(question);
        assertThat(wish(stopped))
                .returns(BOB, TakingBack::by)
                .returns(TakingBack.Stage.AWAITING_APPROVAL, TakingBack::stage)
                .returns(question.id(), TakingBack::approvalId);
    }

    @Test
    void an_undo_that_nobody_answers_is_refused_and_may_be_wanted_again() {
        EffectRecord stopped = wantedBack();
        office.pass(Duration.ofHours(5));
        assertThat(wish(stopped))
                .returns(TakingBack.Stage.REFUSED, TakingBack::stage)
                .returns("nobody answered in time", TakingBack::detail);
        undo(CAROL, stopped);
        office.answer(office.pending(), true);
        assertThat(wish(stopped)).returns(CAROL, TakingBack::by).returns(TakingBack.Stage.UNDONE, TakingBack::stage);
    }

    @Test
    void what_cannot_be_prepared_is_refused_with_the_reason() {
        ask(Map.of());
        answer(Office.ALICE);
        office.outside.refusing("i-1");
        EffectRecord stopped = office.effects.of("exe_1").getFirst();
        undo(BOB, stopped);
        assertThat(wish(stopped).stage()).isEqualTo(TakingBack.Stage.REFUSED);
        assertThat(wish(stopped).detail()).contains("is not listed");
    }

    @Test
    void a_wish_that_no_agent_takes_up_is_let_go_of() {
        ask(Map.of());
        answer(Office.ALICE);
        office.nobodyResponds();
        EffectRecord stopped = office.effects.of("exe_1").getFirst();
        undo(BOB, stopped);
        assertThat(wish(stopped).stage()).isEqualTo(TakingBack.Stage.PREPARING);
        office.pass(Duration.ofHours(2));
        assertThat(wish(stopped))
                .returns(TakingBack.Stage.FAILED, TakingBack::stage)
                .satisfies(wish -> assertThat(wish.detail()).contains("no agent answered"));
    }
}
