package io.acso.browser;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one browser of this JVM. */
final class Theatre {

    static final double PATIENCE_MILLIS = 20_000;

    private static volatile @Nullable Playwright playwright;
    private static volatile @Nullable Browser browser;

    private Theatre() {}

    /** Skips or fails the test that asks where this machine has no browser. */
    static synchronized Browser browser() {
        Path executable = Chromium.required();
        if (browser == null) {
            // As patient as a person: the machine may be busy.
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            // The driver brings no browser of its own: what is installed is what is tested.
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            // Containers and root leave Chromium no sandbox; it sees nothing but our own server.
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        }
        return browser;
    }

    /** Lets a process end that is no test's. */
    static synchronized void end() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            browser = null;
        }
    }

    /** Requests with cookies and without a page; {@code state} as a visitor has it. */
    static APIRequestContext requests(URI console, @Nullable String state) {
        browser();
        APIRequest.NewContextOptions options = new APIRequest.NewContextOptions().setBaseURL(console.toString());
        if (state != null) {
            options.setStorageState(state);
        }
        return Objects.requireNonNull(playwright).request().newContext(options);
    }
}
