package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an administrator sets up for programs and other systems, and where people look for what it led to. */
class AdministrationTest extends BrowserSuite {

    private final Stage stage = Stage.shared();

    @Test
    void a_service_is_let_in_and_its_secret_is_seen_once() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/system/programs");
        visitor.press("Let a program in");
        Locator dialog = visitor.dialog("Let a program in");
        dialog.getByLabel("Name").fill("Inventory sync");
        dialog.getByLabel("Roles").first().press("Space");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Viewer"))
                .click();
        dialog.getByLabel("Name").click();
        press(dialog, "Let it in");
        Locator once = visitor.dialog("Inventory sync");
        visitor.provesIfAsked(stage.alice(), once);
        assertThat(once.getByLabel("Secret")).hasText(Pattern.compile("\\S{20,}"));
        press(once, "I have copied it");
        assertThat(once).isHidden();
        assertThat(row(page, "Inventory sync")).containsText("Viewer");
    }

    @Test
    void a_system_is_told_tried_paused_and_told_no_more() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/system/webhooks");
        visitor.press("New webhook");
        Locator dialog = visitor.dialog("A new webhook");
        dialog.getByLabel("Address").fill("https://nobody.invalid/hook");
        dialog.getByLabel("What it is for").fill(DemoData.HOSTILE);
        press(dialog, "Subscribe");
        Locator once = visitor.dialog("The secret that signs");
        assertThat(once).containsText("whsec_");
        press(once, "I have copied it");
        row(page, "nobody.invalid").click();
        assertThat(visitor.heading(Pattern.compile("nobody\\.invalid"))).isVisible();
        assertThat(page.getByText(DemoData.MARK).first()).isVisible();

        visitor.press("Ping");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Deliveries")))
                .containsText("Ping");
        visitor.press("Pause");
        assertThat(page.getByText("Nothing is sent")).isVisible();
        visitor.press("Delete");
        press(visitor.dialog("Delete the webhook?"), "Delete");
        assertThat(page).hasURL(Pattern.compile(".*/system/webhooks$"));
        assertThat(row(page, "nobody.invalid")).hasCount(0);
    }

    @Test
    void a_ticket_leads_to_its_incident() {
        Visitor visitor = come(stage.signedIn(Screen.PHONE));
        Page page = visitor.open("/services");
        row(page, "CloudTrail").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/incidents/inc-.*"));
    }

    private static Locator row(Page page, String text) {
        return page.locator("[data-index]").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void press(Locator within, String name) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
