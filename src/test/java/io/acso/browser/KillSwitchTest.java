package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything is stopped, with a fresh proof, and goes on when it is released. */
class KillSwitchTest extends BrowserSuite {

    private final Stage stage = Stage.shared();

    @Test
    void stops_every_agent_until_somebody_releases_them() {
        Account otto = Account.invited(stage, "otto", "Otto Stopper", "administrator");
        await().atMost(Stage.STEP_UP.plusSeconds(20)).until(() -> Instant.now().isAfter(otto.assuredUntil(stage)));
        Visitor visitor = come(stage.visitor(Screen.PHONE, otto));
        visitor.open("/agents");
        visitor.press("Stop every agent");
        confirm(visitor, "Stop every agent?", "Stop", "A drill.");
        assertThat(visitor.dialog("Confirm that it is you")).isVisible();
        assertThat(stopped()).as("stopped before the proof").isFalse();
        visitor.types(otto.app().code());
        Locator alert = visitor.page().getByText("Every agent is stopped").first();
        assertThat(alert).isVisible();
        assertThat(visitor.page().getByText("A drill.").first()).isVisible();
        assertThat(stopped()).isTrue();

        visitor.press("Lift the stop");
        confirm(visitor, "Release every agent?", "Release", "The drill is over.");
        visitor.provesIfAsked(otto, visitor.button("Stop every agent"));
        await().atMost(Duration.ofSeconds(10)).until(() -> !stopped());
    }

    /** Whatever became of the test, the others need their agents. */
    @AfterEach
    void release() {
        if (stopped()) {
            stage.platform().api().post("/agents/all/release", Map.of("why", "the test is over"));
        }
    }

    private static void confirm(Visitor visitor, String title, String act, String why) {
        Locator dialog = visitor.dialog(title);
        dialog.getByLabel("Why").fill(why);
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(act).setExact(true))
                .click();
    }

    private boolean stopped() {
        for (JsonNode one : stage.platform().api().get("/agents/switches")) {
            if (one.path("agent").asString("").equals("agent:*")
                    && one.path("engaged").asBoolean()) {
                return true;
            }
        }
        return false;
    }
}
