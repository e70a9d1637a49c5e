package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The way to the platform is cut and mended while somebody looks. */
class LostConnectionTest extends BrowserSuite {

    private static final LocatorAssertions.HasAttributeOptions SOON =
            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

    @Test
    void is_said_and_recovered_from_with_what_changed_meanwhile() {
        Stage stage = Stage.shared();
        Intruder intruder = Intruder.comes(stage, "xavier");
        try (Cable cable = new Cable(stage.console().getPort())) {
            URI console = URI.create("http://localhost:" + cable.port());
            Visitor visitor =
                    come(new Visitor(console, Screen.DESK, stage.alice().state()));
            List<String> heard = listen(visitor.page());
            Page page = visitor.open("/incidents/" + intruder.incident());
            Locator link = page.locator("[role=status][data-state]");
            assertThat(link).hasAttribute("data-state", "live", SOON);
            // It follows when it hears of what is said.
            page.waitForCondition(() -> tells(heard, intruder) || say(stage, intruder));
            heard.clear();
            put(stage, intruder, "ON_HOLD", "Before.");
            page.waitForCondition(() -> tells(heard, intruder));
            assertThat(page.getByText("Before.").first()).isVisible();

            cable.cut();
            assertThat(link).not().hasAttribute("data-state", "live", SOON);
            put(stage, intruder, "IN_PROGRESS", "While nobody could see it.");
            heard.clear();
            assertThat(page.getByText("While nobody could see it.")).isHidden();

            cable.mend();
            assertThat(link).hasAttribute("data-state", "live", SOON);
            assertThat(page.getByText("While nobody could see it.").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            // It tells of the time without it.
            page.waitForCondition(() -> tells(heard, intruder));
            // The browser itself complains about what could not be reached.
            visitor.forgive();
        }
    }

    private static List<String> listen(Page page) {
        List<String> heard = new CopyOnWriteArrayList<>();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(text(frame))));
        return heard;
    }

    /** @return false, as a condition that does not hold yet */
    private static boolean say(Stage stage, Intruder intruder) {
        stage.platform()
                .api()
                .post("/incidents/" + intruder.incident() + "/comments", Map.of("text", "Anybody there?"));
        return false;
    }

    private static boolean tells(List<String> heard, Intruder intruder) {
        return heard.stream().anyMatch(frame -> frame.contains(intruder.incident()));
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() == null ? "" : frame.text();
    }

    private static void put(Stage stage, Intruder intruder, String status, String why) {
        String path = "/incidents/" + intruder.incident();
        stage.platform().api().post(path + "/status", Map.of("status", status, "why", why));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> stage.platform()
                        .api()
                        .get(path)
                        .at("/incident/status")
                        .asString("")
                        .equals(status));
    }
}
