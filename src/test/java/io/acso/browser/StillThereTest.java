package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A session lasts while a person is there, and all tabs know. */
class StillThereTest extends BrowserSuite {

    private static final Pattern DOOR = Pattern.compile(".*/sign-in\\?why=(idle|out)&to=.*");

    /** What open pages do all day. */
    private static final String ASKS = "() => { setInterval(() => fetch('/api/v1/me'), 300); }";

    private final Stage shared = Stage.shared();

    @Test
    void who_does_not_answer_is_out_in_every_tab_whatever_the_pages_ask() {
        try (Stage brief = Stage.with(Map.of("acso.identity.session-idle", "20s"))) {
            brief.alice();
            isOut(brief);
        }
    }

    private void isOut(Stage stage) {
        Account bea = Account.invited(stage, "bea", "Bea Brook", "viewer");
        Visitor visitor = come(stage.visitor(Screen.DESK, bea));
        Page one = visitor.open("/incidents");
        Page other = visitor.context().newPage();
        other.navigate("/overview");
        one.evaluate(ASKS);
        other.evaluate(ASKS);
        assertThat(asked(one)).isVisible();
        assertThat(asked(other)).isVisible();
        one.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stay signed in"))
                .click();
        assertThat(asked(one)).isHidden();
        assertThat(asked(other)).isHidden();
        assertThat(asked(other)).isVisible();
        assertThat(one).hasURL(DOOR);
        assertThat(other).hasURL(DOOR);
        assertThat(one.getByText("nobody was there")).isVisible();
        visitor.forgive();
    }

    @Test
    void who_signs_out_is_out_in_every_tab() {
        Account cleo = Account.invited(shared, "cleo", "Cleo Cole", "viewer");
        Visitor visitor = come(shared.visitor(Screen.DESK, cleo));
        Page one = visitor.open("/overview");
        Page other = visitor.context().newPage();
        other.navigate("/incidents");
        assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Incidents")))
                .isVisible();
        one.keyboard().press("Control+k");
        one.getByText("Sign out").last().click();
        assertThat(one).hasURL(Pattern.compile(".*/sign-in"));
        assertThat(other.getByText("You signed out in another tab")).isVisible();
        visitor.forgive();
    }

    @Test
    void who_is_signed_out_by_an_administrator_sees_the_door_at_once() {
        Account dora = Account.invited(shared, "dora", "Dora Dunn", "viewer");
        Visitor visitor = come(shared.visitor(Screen.DESK, dora));
        Page page = visitor.open("/overview");
        assertThat(page.locator("[role=status][data-state]")).hasAttribute("data-state", "live");
        shared.platform().api().post("/people/dora/invitation", Map.of());
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        visitor.forgive();
    }

    private static Locator asked(Page page) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Are you still there?"));
    }
}
