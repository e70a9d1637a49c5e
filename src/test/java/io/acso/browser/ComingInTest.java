package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.acso.domain.kernel.Json;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How people come in: from the link of the first start to a passkey. */
class ComingInTest extends BrowserSuite {

    private static final Pattern OVERVIEW = Pattern.compile(".*/overview");

    @Test
    void the_first_person_comes_in_by_the_link_and_again_by_password_code_and_passkey() {
        try (Stage stage = Stage.fresh()) {
            Visitor visitor = come(stage.nobody(Screen.DESK));
            SecurityKey.plugInto(visitor);
            Authenticator app = setsUp(visitor, stage.setupToken());
            signsOut(visitor);
            byPasswordAndCode(visitor, app);
            makesAPasskey(visitor, app);
            signsOut(visitor);
            byPasskey(visitor);
            theLinkIsSpent(stage);
            visitor.close();
        }
    }

    private static Authenticator setsUp(Visitor visitor, String token) {
        Page page = visitor.page();
        page.navigate("/setup#token=" + token);
        field(page, "User name").fill("grace");
        field(page, "Your name").fill("Grace Hopper");
        field(page, "Password").fill(Account.PASSWORD);
        field(page, "Password again").fill(Account.PASSWORD);
        press(page, "Go on");
        Response offer = page.waitForResponse(
                response -> response.url().endsWith("/identity/totp/enrol"),
                () -> press(page, "Use an authenticator app"));
        Authenticator app =
                new Authenticator(Json.tree(offer.text()).path("secret").asString(""));
        types(page, app.code());
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Recovery codes")))
                .isVisible();
        page.getByLabel("I have kept them").check();
        press(page, "Go on");
        assertThat(page).hasURL(OVERVIEW);
        return app;
    }

    private static void byPasswordAndCode(Visitor visitor, Authenticator app) {
        Page page = visitor.open("/incidents");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        field(page, "User name").fill("grace");
        field(page, "Password").fill("what somebody else would guess");
        press(page, "Sign in");
        assertThat(page.getByText("does not fit together")).isVisible();
        field(page, "Password").fill(Account.PASSWORD);
        press(page, "Sign in");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Second step")))
                .isVisible();
        types(page, app.code());
        assertThat(page).hasURL(Pattern.compile(".*/incidents"));
    }

    private static void makesAPasskey(Visitor visitor, Authenticator app) {
        Page page = visitor.open("/account");
        press(page, "Add");
        press(page, "Go on");
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Your passkeys")))
                .isVisible();
    }

    private static void byPasskey(Visitor visitor) {
        Page page = visitor.open("/sign-in");
        press(page, "Sign in with a passkey");
        assertThat(page).hasURL(OVERVIEW);
    }

    private void theLinkIsSpent(Stage stage) {
        org.assertj.core.api.Assertions.assertThatThrownBy(stage::setupToken).hasMessageContaining("nobody waits");
    }

    private static void signsOut(Visitor visitor) {
        Page page = visitor.page();
        press(page, "Account of Grace Hopper");
        press(page, "Sign out");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
        assertThat(visitor.context().cookies().stream().map(cookie -> cookie.name))
                .doesNotContain("acso");
    }

    private static com.microsoft.playwright.Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Into the field that waits for it. */
    private static void types(Page page, String code) {
        page.getByLabel(Pattern.compile(".*digit 1 of 6")).click();
        page.keyboard().type(code);
    }
}
