package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person does who has no mouse. */
class KeyboardTest extends BrowserSuite {

    /** More than any way on a page takes. */
    private static final int MOST_TABS = 60;

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
        assertThat(page.locator("[role=row][aria-rowindex='2']")).isVisible();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/incidents/inc-.*"));
        page.keyboard().press("?");
        assertThat(visitor.dialog("Keys")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        assertThat(page.getByLabel("Go to, do, or find")).isFocused();
        page.keyboard().type("approvals");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/approvals"));
        page.keyboard().press("Control+k");
        assertThat(page.getByLabel("Go to, do, or find")).isFocused();
        page.keyboard().type("who has an account");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/system/people"));
    }

    @Test
    void from_the_sign_in_to_an_answered_approval_by_keys_alone() {
        Stage stage = Stage.shared();
        Intruder intruder = Intruder.comes(stage, "zelda");
        Account kay = Account.invited(stage, "kay", "Kay Board", "approver");
        Visitor visitor = come(stage.nobody(Screen.DESK));
        Page page = visitor.open("/approvals");
        assertThat(visitor.field("User name")).isFocused();
        page.keyboard().type("kay");
        page.keyboard().press("Tab");
        page.keyboard().type(Account.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByLabel(Pattern.compile(".*digit 1 of 6"))).isFocused();
        page.keyboard().type(kay.app().code());
        assertThat(page).hasURL(Pattern.compile(".*/approvals"));
        visitor.settle();

        goesTo(page, page.locator("a[href^='/approvals/" + intruder.approval() + "']"));
        page.keyboard().press("Enter");
        goesTo(page, visitor.button(Pattern.compile("^Approve \\d+ actions?")));
        page.keyboard().press("Enter");
        Locator remark = visitor.field("Remark");
        assertThat(remark).isFocused();
        page.keyboard().type("By keys.");
        goesTo(page, visitor.dialog("Carry out").getByRole(AriaRole.BUTTON, named("Approve")));
        page.keyboard().press("Enter");
        Locator done = page.getByText("kay said yes");
        Locator proof = page.getByLabel(Pattern.compile(".*digit 1 of 6"));
        assertThat(done.or(proof).first()).isVisible();
        if (proof.isVisible()) {
            assertThat(proof).isFocused();
            page.keyboard().type(kay.app().code());
        }
        assertThat(done).isVisible();
    }

    /** By the Tab key; what cannot be reached by it, or shows no focus, fails. */
    private static void goesTo(Page page, Locator wanted) {
        assertThat(wanted.first()).isVisible();
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) wanted.first().evaluate("element => element === document.activeElement")) {
                assertThat((String) wanted.first().evaluate("element => getComputedStyle(element).outlineStyle"))
                        .as("the outline of what has the focus")
                        .isNotEqualTo("none");
                return;
            }
        }
        throw new AssertionError("the Tab key does not lead to " + wanted);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
