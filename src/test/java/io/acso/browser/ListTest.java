package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A list of incidents as somebody uses it who has many of them. */
class ListTest extends BrowserSuite {

    private final Stage stage = Stage.shared();

    @Test
    void many_are_taken_at_once_and_those_that_cannot_be_are_named() {
        Account nina = Account.invited(stage, "nina", "Nina Bulk", "analyst");
        Visitor visitor = come(stage.visitor(Screen.DESK, nina));
        Page page = visitor.open("/incidents?status=RESOLVED&status=ON_HOLD");
        int all = page.getByRole(AriaRole.ROW).count() - 1;
        assertThat(all).as("incidents that are resolved or on hold").isGreaterThan(1);
        for (int i = 0; i < 2; i++) {
            page.keyboard().press("j");
            page.keyboard().press("x");
        }
        Locator chosen = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("With the selected"));
        assertThat(chosen).containsText("2 selected");
        visitor.press("Assign to me");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(assignedTo("person:nina")).isEqualTo(2));
        assertThat(chosen).isHidden();

        visitor.open("/incidents?status=RESOLVED");
        page.keyboard().press("j");
        page.keyboard().press("x");
        chosen.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Status"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Resolve"))
                .click();
        Locator ask = visitor.dialog("Resolve: 1 incident?");
        ask.getByLabel("Why").fill("It is over.");
        ask.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Resolve"))
                .click();
        assertThat(page.getByText("the incident is RESOLVED already")).isVisible();
    }

    @Test
    void a_view_is_kept_under_a_name_and_found_again() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/incidents");
        visitor.button("Severity").first().click();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Critical"))
                .click();
        page.keyboard().press("Escape");
        assertThat(page).hasURL(Pattern.compile(".*severity=CRITICAL.*"));
        visitor.press("Views");
        visitor.field("Name of this view").fill(DemoData.HOSTILE);
        visitor.press("Keep");

        visitor.open("/incidents");
        visitor.press("Views");
        visitor.button(Pattern.compile("^<img src=x")).click();
        assertThat(page).hasURL(Pattern.compile(".*severity=CRITICAL.*"));
        assertThat(visitor.button("Severity: Critical")).isVisible();
        assertThat(page.title()).doesNotContain("taken");
    }

    /** Rows of a known height are placed without being measured; whoever reads larger letters has larger rows. */
    @Test
    void rows_lie_one_below_the_other_and_cut_nothing_off_at_any_size_of_letters() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/overview");
        page.evaluate("() => { document.documentElement.style.fontSize = '28px'; }");
        page.keyboard().type("gi");
        assertThat(page.locator("[data-index='1']")).isVisible();
        assertThat(page.evaluate("() => document.querySelector(`[data-index='0']`).getBoundingClientRect().bottom"
                        + " - document.querySelector(`[data-index='1']`).getBoundingClientRect().top"))
                .as("what the first row overlaps the second by")
                .isEqualTo(0);
        assertThat(page.evaluate("() => [...document.querySelectorAll('[data-index]')]"
                        + ".filter(row => row.scrollHeight > row.clientHeight).length"))
                .as("rows with more in them than they are high")
                .isEqualTo(0);
    }

    @Test
    void a_time_says_exactly_when_under_the_pointer() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/incidents");
        page.locator("[data-index='0'] time").first().hover();
        assertThat(page.getByRole(AriaRole.TOOLTIP)).containsText("UTC");
    }

    private int assignedTo(String principal) {
        int count = 0;
        for (JsonNode incident : stage.platform().api().get("/incidents").path("items")) {
            if (incident.path("assignee").asString("").equals(principal)) {
                count++;
            }
        }
        return count;
    }
}
