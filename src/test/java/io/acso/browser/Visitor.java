package io.acso.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Someone at a screen, with cookies of their own. Whatever a page should not have done is noted. */
final class Visitor implements AutoCloseable {

    /** The browser's own words for an answer that is no success; the answer itself is judged. */
    private static final String NO_SUCCESS = "Failed to load resource";

    /**
     * Where a breach of the content security policy came from, which the browser's own complaint does not say. A style
     * attribute from nowhere is Chromium's own: it makes one when what is typed replaces what was marked.
     */
    private static final String BREACHES = """
            document.addEventListener('securitypolicyviolation', breach => {
              if (breach.sourceFile || breach.effectiveDirective !== 'style-src-attr') {
                console.error(`breach of ${breach.effectiveDirective} by ${breach.sourceFile}:${breach.columnNumber}`);
              }
            });
            """;

    /** The browser's own words for a breach of the policy for styles, which {@link #BREACHES} tells of. */
    private static final String OF_STYLES = "Applying inline style violates";

    /** The theme has changed and nothing is on its way from one colour to another. */
    private static final String DRAWN = "scheme => document.documentElement.dataset.mantineColorScheme === scheme"
            + " && document.getAnimations().every(each => each.playState !== 'running')";

    private static final Pattern FIRST_DIGIT = Pattern.compile(".*digit 1 of 6");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** @param state cookies and storage of one who is signed in; null for nobody */
    Visitor(URI console, Screen screen, @Nullable String state) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(console.toString())
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.scheme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setHasTouch(screen.phone())
                .setLocale("en-GB")
                .setTimezoneId("UTC");
        if (state != null) {
            options.setStorageState(state);
        }
        context = Theatre.browser().newContext(options);
        context.setDefaultTimeout(Theatre.PATIENCE_MILLIS);
        context.addInitScript(BREACHES);
        page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onResponse(this::answered);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes there and waits until nothing is being loaded any more. */
    Page open(String path) {
        page.navigate(path);
        settle();
        return page;
    }

    /** The button of exactly this name. */
    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    void press(String name) {
        button(name).click();
    }

    /** The field with exactly this label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(Pattern name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** What is open before the page. */
    Locator dialog(String name) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
    }

    /** Types the digits of an authenticator app where they are asked for. */
    void types(String code) {
        page.getByLabel(FIRST_DIGIT).click();
        page.keyboard().type(code);
    }

    /** Whether the last proof is still fresh depends on how fast the test is; in the end {@code done} is there. */
    void provesIfAsked(Account who, Locator done) {
        Locator asked = dialog("Confirm that it is you");
        PlaywrightAssertions.assertThat(asked.or(done).first()).isVisible();
        if (asked.isVisible()) {
            types(who.app().code());
        }
        PlaywrightAssertions.assertThat(done).isVisible();
    }

    /** Until what was asked for is there, and shown. */
    void settle() {
        page.waitForFunction("() => document.querySelector('h1') !== null"
                + " && document.querySelector('[aria-busy=\"true\"], .mantine-Skeleton-root') === null");
        page.evaluate("() => document.fonts.ready.then(() => true)");
    }

    void see(Screen screen) {
        page.setViewportSize(screen.width(), screen.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(screen.scheme()));
        page.waitForFunction(DRAWN, screen.dark() ? "dark" : "light");
    }

    /** Errors on the console (a breach of the content security policy is one), uncaught exceptions, broken answers. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What follows was meant to happen. */
    void forgive() {
        complaints.clear();
    }

    void keep(Path picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    }

    private void heard(ConsoleMessage message) {
        boolean told = message.text().startsWith(NO_SUCCESS) || message.text().startsWith(OF_STYLES);
        if (message.type().equals("error") && !told) {
            complaints.add("console: " + message.text());
        }
    }

    private void answered(Response response) {
        boolean missing = response.status() == 404 && response.url().contains("/assets/");
        if (response.status() >= 500 || missing) {
            complaints.add("answered " + response.status() + ": " + response.url());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
