package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.acso.edge.client.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From an attack to its end, as the person on call meets it. */
class IncidentPathTest extends BrowserSuite {

    private Stage stage;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
    }

    @Test
    void a_plan_is_read_approved_with_a_fresh_proof_and_carried_out() {
        Account carol = Account.invited(stage, "carol", "Carol Shaw", "approver");
        String approval = pending("mining");
        String incident = stage.platform()
                .api()
                .get("/approvals/" + approval)
                .at("/approval/subject")
                .asString("");
        Visitor visitor = come(stage.visitor(Screen.PHONE, carol));
        Page page = visitor.open("/approvals/" + approval);
        assertThat(page.getByText("Contain cryptomining on AWS").first()).isVisible();
        proofIsOld(carol);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Approve \\d+ actions?")))
                .click();
        page.getByLabel("Remark").fill("Seen with the owner of the account.");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName("Approve")
                                .setExact(true))
                .click();
        assertThat(page.getByText("Confirm that it is you")).isVisible();
        page.getByLabel(Pattern.compile(".*digit 1 of 6")).click();
        page.keyboard().type(carol.app().code());
        assertThat(page.getByText("Carol Shaw said yes").or(page.getByText("carol said yes")))
                .isVisible();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(status(incident)).isIn("RESOLVED", "CLOSED"));
        visitor.open("/incidents/" + incident + "/response");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
    }

    @Test
    void text_out_of_a_log_is_shown_as_text() {
        String incident = incidentOf(DemoData.HOSTILE);
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/incidents/" + incident);
        assertThat(page.getByText("<img src=x").first()).isVisible();
        for (String tab : new String[] {"graph", "findings", "response", "evidence"}) {
            visitor.open("/incidents/" + incident + "/" + tab);
            assertThat((Integer) page.evaluate("() => document.querySelectorAll('img[src=x]').length"))
                    .as("markup of a log became an element on " + tab)
                    .isZero();
        }
        assertThat(page.title()).doesNotContain("taken");
    }

    /** Nobody's hurry counts: what is asked for now needs a proof that is younger than the platform wants it. */
    private void proofIsOld(Account who) {
        await().atMost(Stage.STEP_UP.plusSeconds(20)).until(() -> Instant.now().isAfter(who.assuredUntil(stage)));
    }

    private String pending(String playbook) {
        for (JsonNode approval : stage.platform().api().get("/approvals").path("items")) {
            String id = approval.path("id").asString("");
            Api api = stage.platform().api();
            String execution =
                    api.get("/approvals/" + id).at("/plan/executionId").asString("");
            boolean wanted = api.get("/executions/" + execution).toString().contains(playbook);
            if (approval.path("status").asString("").equals("PENDING") && wanted) {
                return id;
            }
        }
        throw new AssertionError("no approval of a playbook about " + playbook + " waits");
    }

    private String incidentOf(String entity) {
        for (JsonNode incident : stage.platform().api().get("/incidents").path("items")) {
            String id = incident.path("id").asString("");
            for (JsonNode each : stage.platform().api().get("/incidents/" + id).at("/picture/entities")) {
                if (each.path("value").asString("").contains(entity)) {
                    return id;
                }
            }
        }
        throw new AssertionError("no incident of " + entity);
    }

    private String status(String incident) {
        return stage.platform()
                .api()
                .get("/incidents/" + incident)
                .at("/incident/status")
                .asString("");
    }
}
