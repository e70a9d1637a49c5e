package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.acso.domain.kernel.Json;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    @Test
    void somebody_who_is_invited_comes_in_by_their_link_with_a_passkey_and_sees_what_they_may() {
        Stage stage = Stage.shared();
        Account host = Account.invited(stage, "hugh", "Hugh Host", "administrator");
        String link = invites(come(stage.visitor(Screen.DESK, host)), host, "ivy", "Ivy Newcomer");

        Visitor ivy = come(stage.nobody(Screen.DESK));
        SecurityKey.plugInto(ivy);
        Page page = ivy.page();
        page.navigate(link);
        assertThat(page.getByText("Welcome, Ivy Newcomer.")).isVisible();
        assertThat(ivy.field("User name")).hasValue("ivy");
        ivy.field("Password").fill(Account.PASSWORD);
        ivy.field("Password again").fill(Account.PASSWORD);
        ivy.press("Go on");
        ivy.press("Make a passkey");
        assertThat(page).hasURL(OVERVIEW);
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                        .getByRole(
                                AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^Incidents"))))
                .isVisible();

        Visitor another = come(stage.nobody(Screen.PHONE));
        another.page().navigate(link);
        assertThat(another.page().getByText("This link was used before")).isVisible();
    }

    @Test
    void who_was_signed_out_elsewhere_signs_in_and_is_back_where_they_were() {
        Stage stage = Stage.shared();
        Account eve = Account.invited(stage, "eve", "Eve Elsewhere", "analyst");
        Visitor here = come(stage.visitor(Screen.DESK, eve));
        here.open("/incidents?severity=HIGH");
        stage.platform().api().delete("/people/eve/sessions");
        Page page = here.page();
        // The console may notice it before anybody goes on.
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Open").setExact(true))
                .or(here.field("User name"))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?to=.*"));
        here.field("User name").fill("eve");
        here.field("Password").fill(Account.PASSWORD);
        here.press("Sign in");
        here.types(eve.app().code());
        assertThat(page).hasURL(Pattern.compile(".*/incidents\\?(status=NEW|severity=HIGH).*"));
        here.settle();
    }

    private static String invites(Visitor visitor, Account host, String username, String name) {
        visitor.open("/system/people");
        visitor.press("Invite somebody");
        Locator ask = visitor.dialog("Invite somebody");
        ask.getByLabel("User name").fill(username);
        ask.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill(name);
        ask.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Invite"))
                .click();
        Locator shown = visitor.dialog("An invitation for " + name);
        visitor.provesIfAsked(host, shown);
        return shown.getByLabel("The link").innerText().strip();
    }

    @Test
    void the_cookie_against_forgery_stays_while_pages_are_read_side_by_side() {
        Visitor visitor = come(Stage.shared().signedIn(Screen.DESK));
        visitor.open("/overview");
        String first = forgeryCookie(visitor);
        visitor.open("/incidents");
        visitor.open("/agents");
        assertThat(forgeryCookie(visitor)).isNotEmpty().isEqualTo(first);
    }

    private static String forgeryCookie(Visitor visitor) {
        return visitor.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .collect(Collectors.joining(" "));
    }

    private static Authenticator setsUp(Visitor visitor, String token) {
        Page page = visitor.page();
        page.navigate("/setup#token=" + token);
        visitor.field("User name").fill("grace");
        visitor.field("Your name").fill("Grace Hopper");
        visitor.field("Password").fill(Account.PASSWORD);
        visitor.field("Password again").fill(Account.PASSWORD);
        visitor.press("Go on");
        Response offer = page.waitForResponse(
                response -> response.url().endsWith("/identity/totp/enrol"),
                () -> visitor.press("Use an authenticator app"));
        Authenticator app =
                new Authenticator(Json.tree(offer.text()).path("secret").asString(""));
        visitor.types(app.code());
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Recovery codes")))
                .isVisible();
        page.getByLabel("I have kept them").check();
        visitor.press("Go on");
        assertThat(page).hasURL(OVERVIEW);
        return app;
    }

    private static void byPasswordAndCode(Visitor visitor, Authenticator app) {
        Page page = visitor.open("/incidents");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        visitor.field("User name").fill("grace");
        visitor.field("Password").fill("what somebody else would guess");
        visitor.press("Sign in");
        assertThat(page.getByText("does not fit together")).isVisible();
        visitor.field("Password").fill(Account.PASSWORD);
        visitor.press("Sign in");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Second step")))
                .isVisible();
        visitor.types(app.code());
        assertThat(page).hasURL(Pattern.compile(".*/incidents"));
    }

    private static void makesAPasskey(Visitor visitor, Authenticator app) {
        Page page = visitor.open("/account");
        visitor.press("Add");
        visitor.press("Go on");
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Your passkeys")))
                .isVisible();
    }

    private static void byPasskey(Visitor visitor) {
        Page page = visitor.open("/sign-in");
        visitor.press("Sign in with a passkey");
        assertThat(page).hasURL(OVERVIEW);
    }

    private void theLinkIsSpent(Stage stage) {
        org.assertj.core.api.Assertions.assertThatThrownBy(stage::setupToken).hasMessageContaining("nobody waits");
    }

    private static void signsOut(Visitor visitor) {
        Page page = visitor.page();
        visitor.press("Account of Grace Hopper");
        visitor.press("Sign out");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
        assertThat(visitor.context().cookies().stream().map(cookie -> cookie.name))
                .doesNotContain("acso");
    }
}
