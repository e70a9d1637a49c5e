package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How somebody likes the console is remembered, and what their system says is followed. */
class LooksTest extends BrowserSuite {

    private static final String SCHEME = "() => document.documentElement.dataset.mantineColorScheme";

    /** Elements that move for longer than a blink, or for ever. */
    private static final String MOVING = """
            () => [...document.querySelectorAll('*')]
              .map(e => [e, getComputedStyle(e)])
              .filter(([, s]) => [...s.transitionDuration.split(','), ...s.animationDuration.split(',')]
                  .some(t => parseFloat(t) > 0.001)
                || (s.animationName !== 'none' && s.animationIterationCount.includes('infinite')))
              .map(([e]) => e.tagName + '.' + e.getAttribute('class'))
            """;

    private final Stage stage = Stage.shared();

    @Test
    void theme_and_time_zone_are_kept_over_a_reload() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/incidents/" + anIncident());
        visitor.press("Account of Alice Ardagh");
        // The label lies over the radio button itself.
        page.locator("label")
                .filter(new Locator.FilterOptions().setHas(page.getByLabel("Dark")))
                .click();
        visitor.field("Times are shown in").first().fill("Tokyo");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Asia/Tokyo"))
                .click();
        page.reload();
        visitor.settle();
        assertThat(page.evaluate(SCHEME)).isEqualTo("dark");
        Locator time = page.locator("main ol time").first();
        Instant at = Instant.parse(time.getAttribute("datetime"));
        assertThat(time)
                .hasText(DateTimeFormatter.ofPattern("HH:mm:ss")
                        .withZone(ZoneId.of("Asia/Tokyo"))
                        .format(at));
    }

    @Test
    void who_wants_no_motion_sees_none() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/incidents/" + anIncident() + "/response");
        assertThat(moving(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(moving(page)).as("what moves for the others").isNotEmpty();
    }

    private static List<?> moving(Page page) {
        return (List<?>) page.evaluate(MOVING);
    }

    private String anIncident() {
        return stage.platform().api().get("/incidents").at("/items/0/id").asString("");
    }
}
