package io.acso.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Response;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.KillSwitch;
import io.acso.domain.incident.Incident.Status;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import io.acso.testsupport.Findings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an incident is responded to, step by step on a clock that stands still. */
class SupervisorTest {

    private static final String KEY = "AKIATHIEF";
    private static final String USER = "arn:aws:iam::111122223333:user/thief";
    private static final String REVIEW = "Review suspicious activity";

    @TempDir
    Path directory;

    private Office office;

    private Office office(String... standing) {
        return office(Map.of(), standing);
    }

    private Office office(Map<String, String> overlay, String... standing) {
        office = new Office(directory, overlay, List.of(standing));
        return office;
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Findings finding(String rule) {
        return Findings.of(rule).user("thief", KEY).at(office.clock.instant());
    }

    private Findings slight(String rule, String tactic) {
        return finding(rule).severity(Severity.LOW).tactics(tactic);
    }

    private void grave() {
        office.reaching("access_keys", KEY)
                .reaching("principals", USER)
                .find(finding("grave").build());
        office.settle();
    }

    @Test
    void growth_while_a_person_is_asked_replaces_the_plan_and_the_question() {
        office();
        grave();
        Approval old = office.pending();
        office.reaching("access_keys", KEY, "AKIAMORE").find(finding("more").build());
        office.settle();
        assertThat(office.approvals(Approval.Status.SUPERSEDED))
                .extracting(Approval::id)
                .containsExactly(old.id());
        Approval now = office.pending();
        assertThat(now.plan().actions()).hasSize(3);
        assertThat(office.casebook()
                        .execution(old.executionId())
                        .orElseThrow()
                        .value()
                        .status())
                .isEqualTo(ExecutionRecord.SUPERSEDED);
        office.answer(old, true);
        assertThat(office.outside.contained())
                .as("an answer to the old question does nothing")
                .isEmpty();
        office.answer(now, true);
        assertThat(office.outside.contained()).hasSize(3);
        assertThat(office.incident().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void growth_that_reaches_nothing_new_leaves_the_question_standing() {
        office();
        grave();
        Approval asked = office.pending();
        office.find(finding("again").build());
        office.settle();
        assertThat(office.pending().id()).isEqualTo(asked.id());
        office.answer(asked, true);
        assertThat(office.incident().status()).isEqualTo(Status.RESOLVED);
        assertThat(office.executions()).as("nothing new, no second response").hasSize(1);
        assertThat(office.response().stage()).isEqualTo(Response.Stage.ENDED);
    }

    @Test
    void growth_while_it_is_carried_out_is_responded_to_after_its_end() {
        office();
        grave();
        boolean[] grown = new boolean[1];
        office.outside.beforeEach(() -> {
            if (!grown[0]) {
                grown[0] = true;
                office.clock.advance(Duration.ofSeconds(1));
                office.reaching("access_keys", KEY, "AKIAMORE")
                        .find(finding("more").build());
            }
        });
        office.answer(office.pending(), true);
        office.settle();
        Approval second = office.pending();
        assertThat(second.plan().actions())
                .extracting(planned -> planned.action().target().id())
                .as("what is contained already is not asked about again")
                .containsExactly("AKIAMORE");
        office.answer(second, true);
        assertThat(office.incident().status()).isEqualTo(Status.RESOLVED);
        assertThat(office.report()).contains("AKIATHIEF", "AKIAMORE");
    }

    @Test
    void a_slight_incident_is_reviewed_by_a_person_and_by_no_agent() {
        office();
        office.find(slight("a", "discovery").build());
        office.find(slight("b", "discovery").build());
        office.find(slight("c", "persistence").build());
        office.settle();
        ExecutionRecord review = office.executions().getFirst();
        assertThat(review.playbookName()).isEqualTo(REVIEW);
        assertThat(office.facts("PersonAsked")).containsExactly(review.id());
        String step = "action--0e902d8c-874b-4832-899b-9335aca14f21";
        var answer = Json.object()
                .put("execution", review.id())
                .put("step", step)
                .put("accepted", true)
                .put("text", "a *pentest*, <b>agreed</b>");
        office.ask(CaseTasks.ANSWER_STEP, Principal.agent("incident-response"), answer);
        assertThat(office.incident().isOpen()).isTrue();
        office.ask(CaseTasks.ANSWER_STEP, Office.ALICE, answer);
        assertThat(office.incident().status()).isEqualTo(Status.RESOLVED);
        assertThat(office.outside.contained()).isEmpty();
        assertThat(office.report())
                .contains("| Outcome | reviewed |", "## Judgement", "a \\*pentest\\*, \\<b\\>agreed\\</b\\>");
    }

    @Test
    void without_a_playbook_that_fits_a_person_must_decide() {
        String review = "playbooks/review-suspicious-activity.json";
        String text = io.acso.testsupport.Contents.bundled().files().get(review);
        office(Map.of(review, text.replace("\"minimum_severity\": \"low\"", "\"minimum_severity\": \"critical\"")));
        office.find(finding("a").severity(Severity.MEDIUM).build());
        office.settle();
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
        assertThat(office.timeline()).contains("no playbook fits");
    }

    @Test
    void only_the_plan_that_was_asked_about_can_be_approved_once_and_by_a_person() {
        office();
        grave();
        Approval asked = office.pending();
        office.answer(asked, "0".repeat(64), true, Office.ALICE);
        office.answer(asked, asked.planHash().hex(), true, Principal.agent("incident-response"));
        office.answer(asked, asked.planHash().hex(), true, Principal.service("demo"));
        assertThat(office.pending().id()).isEqualTo(asked.id());
        assertThat(office.facts("ApprovalAnswerRefused")).hasSize(3);
        assertThat(office.outside.contained()).isEmpty();
        office.answer(asked, true);
        office.answer(asked, false);
        assertThat(office.facts("ApprovalAnswerRefused"))
                .as("the second answer")
                .hasSize(4);
        assertThat(office.approvals(Approval.Status.APPROVED)).hasSize(1);
        assertThat(office.outside.contained())
                .containsExactlyInAnyOrder("aws.iam.deactivate-access-key " + KEY, "aws.iam.attach-deny-all " + USER);
    }

    @Test
    void what_is_rejected_is_not_carried_out_and_waits_for_a_person() {
        office();
        grave();
        office.answer(office.pending(), false);
        assertThat(office.outside.contained()).isEmpty();
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
        assertThat(office.executions().getFirst().status()).isEqualTo(ExecutionRecord.REJECTED);
        office.find(finding("again").build());
        office.settle();
        assertThat(office.approvals(Approval.Status.PENDING))
                .as("the same is not asked again")
                .isEmpty();
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
    }

    @Test
    void a_question_that_nobody_answers_expires_and_nothing_is_carried_out() {
        office();
        grave();
        Approval asked = office.pending();
        office.pass(Duration.ofHours(4));
        assertThat(office.approvals(Approval.Status.EXPIRED))
                .extracting(Approval::id)
                .containsExactly(asked.id());
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
        office.answer(asked, true);
        assertThat(office.outside.contained()).isEmpty();
    }

    @Test
    void a_standing_approver_answers_only_where_a_policy_lets_it() {
        office("demo");
        grave();
        assertThat(office.pending()).isNotNull();
        assertThat(office.outside.contained()).isEmpty();
        office.close();
        office = new Office(directory.resolve("other"), Map.of("policies/demo.cedar", """
                        @id("demo") @because("the demo may")
                        permit (principal == Service::"demo", action == Action::"approve", resource);
                        """), List.of("demo"));
        grave();
        assertThat(office.approvals(Approval.Status.APPROVED))
                .singleElement()
                .satisfies(approval -> assertThat(approval.answeredBy()).isEqualTo(Principal.service("demo")));
        assertThat(office.outside.contained()).hasSize(2);
    }

    @Test
    void what_could_not_be_contained_is_named_and_the_incident_held() {
        office();
        office.outside.answering(USER, new Effect.Refused("the account said no"));
        grave();
        office.answer(office.pending(), true);
        office.pass(Duration.ofMinutes(10));
        assertThat(office.outside.contained()).containsExactly("aws.iam.deactivate-access-key " + KEY);
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
        assertThat(office.incident().contained()).isNull();
        assertThat(office.timeline()).contains("not in place: aws.iam.attach-deny-all on " + USER);
    }

    @Test
    void what_may_or_may_not_have_happened_is_a_persons_matter() {
        office();
        office.outside.answering(USER, new Effect.Unknown("the line went dead"));
        grave();
        Approval asked = office.pending();
        office.answer(asked, true);
        office.pass(Duration.ofMinutes(10));
        assertThat(office.casebook().actions(asked.executionId()))
                .filteredOn(result -> result.action().target().id().equals(USER))
                .extracting(ActionResult::outcome)
                .containsExactly(ActionResult.Came.UNCERTAIN);
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
    }

    @Test
    void what_a_plan_must_do_without_keeps_the_incident_open_and_is_reported() {
        office();
        office.outside.refusing(USER);
        grave();
        Approval asked = office.pending();
        assertThat(asked.plan().actions()).hasSize(1);
        office.answer(asked, true);
        office.pass(Duration.ofMinutes(10));
        assertThat(office.outside.contained()).containsExactly("aws.iam.deactivate-access-key " + KEY);
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
        assertThat(office.timeline()).contains("aws.iam.attach-deny-all on " + USER);
        assertThat(office.report()).contains("## Left out", "is not listed");
    }

    @Test
    void the_kill_switch_stops_what_is_approved_already() {
        office();
        grave();
        Approval asked = office.pending();
        office.kill.engage(KillSwitch.EVERY_AGENT, Office.ALICE, "stop all");
        office.answer(asked, true);
        office.pass(Duration.ofMinutes(10));
        assertThat(office.outside.contained()).isEmpty();
        assertThat(office.casebook().actions(asked.executionId()))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(ActionResult.Came.FORBIDDEN));
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
    }

    @Test
    void what_is_cancelled_before_it_begins_never_begins() {
        office();
        grave();
        Approval asked = office.pending();
        var cancel = Json.object().put("execution", asked.executionId()).put("why", "a drill");
        office.ask(CaseTasks.CANCEL_EXECUTION, Principal.agent("incident-response"), cancel);
        assertThat(office.pending().id()).isEqualTo(asked.id());
        office.ask(CaseTasks.CANCEL_EXECUTION, Office.ALICE, cancel);
        office.answer(asked, true);
        assertThat(office.outside.contained()).isEmpty();
        assertThat(office.executions().getFirst().status()).isEqualTo("CANCELLED");
        assertThat(office.incident().status()).isEqualTo(Status.ON_HOLD);
        assertThat(office.timeline()).contains("a drill");
    }
}
