package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.acso.edge.client.Api;
import io.acso.testsupport.CloudTrailRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From an attack to its end, as the people meet it whose work it is. */
class IncidentPathTest extends BrowserSuite {

    private static final Pattern APPROVE_ACTIONS = Pattern.compile("^Approve \\d+ actions?");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Stage stage;
    private Api api;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        api = stage.platform().api();
    }

    @Test
    void an_analyst_looks_and_has_a_say_and_is_offered_no_answer() {
        Intruder intruder = Intruder.comes(stage, "ursula");
        Visitor ana = come(stage.visitor(Screen.DESK, Account.invited(stage, "ana", "Ana Lyst", "analyst")));
        Page page = ana.open("/incidents/" + intruder.incident() + "/findings");
        assertThat(page.getByText("AWS CloudTrail", new Page.GetByTextOptions()).first())
                .isVisible();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Discussion"))
                .click();
        ana.field("Say something").fill("The trail is ours, the key is not.");
        ana.press("Send");
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(with("The trail is ours")))
                .containsText("ana");
        ana.open("/approvals/" + intruder.approval());
        assertThat(page.getByText("Your roles let you read approvals, not answer them."))
                .isVisible();
        assertThat(ana.button("Reject")).isHidden();
    }

    @Test
    void a_responder_sees_what_a_playbook_would_do_and_nothing_is_done() {
        Intruder intruder = Intruder.comes(stage, "victor");
        Account rex = Account.invited(stage, "rex", "Rex Ponder", "responder");
        Visitor visitor = come(stage.visitor(Screen.DESK, rex));
        Page page = visitor.open(playbookOf(intruder));
        visitor.press("Dry run");
        Locator ask = visitor.dialog("Dry run");
        assertThat(ask.getByText("Nothing is touched")).isVisible();
        ask.getByLabel("Account").fill("aws:" + CloudTrailRecords.ACCOUNT);
        ask.getByLabel("Incident id").fill(intruder.incident());
        ask.getByLabel("Access keys").fill(Intruder.key("victor"));
        ask.getByRole(AriaRole.BUTTON, named("Plan it")).click();
        assertThat(page).hasURL(Pattern.compile(".*/playbooks/runs/.*"));
        assertThat(page.getByText("Dry run").first()).isVisible();
        assertThat(page.getByText("iam:UpdateAccessKey").first()).isVisible();
        assertThat(visitor.button(APPROVE_ACTIONS)).isHidden();
        String run = page.url().substring(page.url().lastIndexOf('/') + 1);
        assertThat(api.get("/executions/" + run).path("actions"))
                .as("what a dry run did")
                .isEmpty();
    }

    @Test
    void a_dry_run_without_what_the_playbook_needs_says_what_to_give() {
        Intruder intruder = Intruder.comes(stage, "yves");
        Account rita = Account.invited(stage, "rita", "Rita Sponder", "responder");
        Visitor visitor = come(stage.visitor(Screen.DESK, rita));
        Page page = visitor.open(playbookOf(intruder));
        visitor.press("Dry run");
        visitor.dialog("Dry run").getByRole(AriaRole.BUTTON, named("Plan it")).click();
        assertThat(visitor.heading(Pattern.compile("^Not planned"))).isVisible();
        assertThat(page.getByText("Deactivate the access keys").first()).isVisible();
        assertThat(page.getByText(Pattern.compile("nothing to act on: .*access_keys"))
                        .first())
                .isVisible();
    }

    @Test
    void a_plan_is_read_on_a_phone_approved_with_a_fresh_proof_and_carried_out() {
        Account carol = Account.invited(stage, "carol", "Carol Shaw", "approver");
        String approval = pending("mining");
        String incident =
                api.get("/approvals/" + approval).at("/approval/subject").asString("");
        Visitor visitor = come(stage.visitor(Screen.PHONE, carol));
        Page page = visitor.open("/approvals/" + approval);
        assertThat(page.getByText("Contain cryptomining on AWS").first()).isVisible();
        proofIsOld(carol);
        approve(visitor, "Seen with the owner of the account.");
        assertThat(visitor.dialog("Confirm that it is you")).isVisible();
        visitor.types(carol.app().code());
        assertThat(page.getByText("carol said yes")).isVisible();
        assertThat(page.getByText("Seen with the owner of the account.")).isVisible();
        becomes(incident, "RESOLVED");
        visitor.open("/incidents/" + incident + "/response");
        assertThat(page.getByText("Carried out").first()).isVisible();
    }

    @Test
    void what_was_done_is_taken_back_and_not_on_the_word_of_who_asked() {
        Intruder intruder = Intruder.comes(stage, "walter");
        Account sam = Account.invited(stage, "sam", "Sam Both", "responder", "approver");
        Account nora = Account.invited(stage, "nora", "Nora Second", "approver");
        answerAsOwner(intruder.approval());
        becomes(intruder.incident(), "RESOLVED");

        Visitor asks = come(stage.visitor(Screen.DESK, sam));
        asks.open("/incidents/" + intruder.incident() + "/response");
        asks.page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Deactivate access key"))
                .getByRole(AriaRole.BUTTON, named("Undo"))
                .click();
        Locator ask = asks.dialog("Take this back?");
        assertThat(ask.getByText("iam:UpdateAccessKey").first()).isVisible();
        ask.getByLabel("Why").fill("It was the owner after all.");
        ask.getByRole(AriaRole.BUTTON, named("Take it back")).click();
        String approval = await().atMost(PATIENCE).until(() -> pendingOf(intruder), found -> !found.isEmpty());

        assertThat(asks.page().getByText("Being undone")).isVisible();
        assertThat(asks.page().getByText(Pattern.compile("Sam wanted it taken back")))
                .isVisible();
        asks.open("/approvals/" + approval);
        assertThat(asks.page().getByText("You asked for this, so somebody else decides it."))
                .isVisible();
        assertThat(asks.button("Reject")).isHidden();

        Visitor decides = come(stage.visitor(Screen.PHONE, nora));
        decides.open("/approvals/" + approval);
        assertThat(decides.heading(Pattern.compile("^Undo: .*"))).isVisible();
        assertThat(decides.page().getByText("It was the owner after all.")).isVisible();
        asks.open("/incidents/" + intruder.incident() + "/response");
        assertThat(asks.page().getByText("Being undone")).isVisible();
        approve(decides, "Sam showed me why.");
        decides.provesIfAsked(nora, decides.page().getByText("nora said yes"));
        await().alias("the way back was gone").atMost(PATIENCE).until(() -> wentBack(intruder));
        assertThat(asks.page().getByText("Undone", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(asks.page().getByText(Pattern.compile("Sam had it taken back")))
                .isVisible();
        asks.open("/incidents/" + intruder.incident());
        assertThat(asks.page().getByText(Pattern.compile("Sam had .* taken back: It was the owner after all")))
                .isVisible();
    }

    @Test
    void of_two_who_answer_the_slower_is_told_who_decided() {
        Intruder intruder = Intruder.comes(stage, "zelda");
        Visitor first = come(stage.visitor(Screen.DESK, Account.invited(stage, "faye", "Faye First", "approver")));
        Visitor second = come(stage.visitor(Screen.PHONE, Account.invited(stage, "sven", "Sven Second", "approver")));
        first.open("/approvals/" + intruder.approval());
        second.open("/approvals/" + intruder.approval());
        first.press("Reject");
        second.press("Reject");
        List<Route> late = new ArrayList<>();
        second.page().route("**/api/v1/approvals/" + intruder.approval(), late::add);
        answersNo(first);
        assertThat(first.page().getByText("faye said no")).isVisible();
        answersNo(second);
        assertThat(second.page()
                        .getByText(Pattern.compile("already REJECTED, by person:faye"))
                        .first())
                .isVisible();
        second.page().unrouteAll();
        late.forEach(Route::resume);
        assertThat(second.page().getByText("faye said no")).isVisible();
    }

    private static void answersNo(Visitor visitor) {
        visitor.dialog("Reject this plan?")
                .getByRole(AriaRole.BUTTON, named("Reject"))
                .click();
    }

    private static void approve(Visitor visitor, String remark) {
        visitor.button(APPROVE_ACTIONS).click();
        visitor.field("Remark").fill(remark);
        visitor.dialog("Carry out").getByRole(AriaRole.BUTTON, named("Approve")).click();
    }

    /** Nobody's hurry counts: what is asked for now needs a proof that is younger than the platform wants it. */
    private void proofIsOld(Account who) {
        await().atMost(Stage.STEP_UP.plusSeconds(20)).until(() -> Instant.now().isAfter(who.assuredUntil(stage)));
    }

    private void answerAsOwner(String approval) {
        String hash = api.get("/approvals/" + approval).path("planHash").asString("");
        api.post(
                "/approvals/" + approval + "/answer",
                Map.of("approve", true, "planHash", hash, "comment", "Not ours."));
    }

    private String playbookOf(Intruder intruder) {
        JsonNode execution = api.get("/incidents/" + intruder.incident()).path("execution");
        return "/playbooks/" + execution.path("playbookId").asString("");
    }

    private boolean wentBack(Intruder intruder) {
        String execution =
                api.get("/incidents/" + intruder.incident()).at("/execution/id").asString("");
        for (JsonNode effect : api.get("/effects?execution=" + execution).path("items")) {
            if (effect.path("step").asString("").startsWith("undo:")
                    && effect.path("state").asString("").equals("DONE")) {
                return true;
            }
        }
        return false;
    }

    private String pending(String playbook) {
        for (JsonNode approval : api.get("/approvals").path("items")) {
            String id = approval.path("id").asString("");
            String execution =
                    api.get("/approvals/" + id).at("/plan/executionId").asString("");
            boolean wanted = api.get("/executions/" + execution).toString().contains(playbook);
            if (approval.path("status").asString("").equals("PENDING") && wanted) {
                return id;
            }
        }
        throw new AssertionError("no approval of a playbook about " + playbook + " waits");
    }

    private String pendingOf(Intruder intruder) {
        for (JsonNode approval : api.get("/approvals").path("items")) {
            if (approval.path("status").asString("").equals("PENDING")
                    && approval.path("subject").asString("").equals(intruder.incident())) {
                return approval.path("id").asString("");
            }
        }
        return "";
    }

    private void becomes(String incident, String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get("/incidents/" + incident)
                                .at("/incident/status")
                                .asString(""))
                        .isEqualTo(status));
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
