package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person does who has no mouse. */
class KeyboardTest extends BrowserSuite {

    @Test
    void from_the_overview_to_an_incident_and_back_by_keys_alone() {
        Visitor visitor = come(Stage.shared().signedIn(Screen.DESK));
        Page page = visitor.open("/overview");
        page.keyboard().press("Tab");
        assertThat(page.locator("a.skip-link")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().type("gi");
        assertThat(page).hasURL(Pattern.compile(".*/incidents"));
        visitor.settle();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/incidents/inc-.*"));
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keys")))
                .isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        assertThat(page.getByPlaceholder("Go to, do, or find an incident")).isFocused();
        page.keyboard().type("approvals");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/approvals"));
    }
}
