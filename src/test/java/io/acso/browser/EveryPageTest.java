package io.acso.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page, in light and dark, at a desk, on a phone and twice as large. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest extends BrowserSuite {

    /** What lies outside the screen and cannot be scrolled to on its own; a graph is moved by the hand. */
    private static final String OUTSIDE = """
            () => {
              const found = [];
              const beyond = document.documentElement.scrollWidth - window.innerWidth;
              if (beyond > 0) found.push(`the page scrolls sideways by ${beyond} px`);
              const scrolled = e => {
                for (let up = e.parentElement; up; up = up.parentElement) {
                  if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true;
                }
                return false;
              };
              for (const e of document.querySelectorAll('a[href], button, input, select, textarea, h1, h2, h3')) {
                const box = e.getBoundingClientRect();
                const seen = box.width > 1 && box.height > 1 && e.checkVisibility({ visibilityProperty: true });
                if (seen && (box.right > window.innerWidth + 1 || box.left < -1)
                    && !e.closest('.react-flow') && !scrolled(e)) {
                  found.push(`${e.tagName} '${(e.innerText || e.getAttribute('aria-label') || '').slice(0, 40)}'`);
                }
              }
              return found;
            }
            """;

    /** Names that only programs use, where people read. */
    private static final Pattern OURS =
            Pattern.compile("\\b(agent|person|service):[a-z]\\S*|\\b[A-Z]{2,}_[A-Z_]{2,}\\b");

    /** Light at a desk and dark on a phone; both on both with {@code -Dacso.browser.screens=all}. */
    private static final List<Screen> SCREENS =
            System.getProperty("acso.browser.screens", "").equals("all")
                    ? Screen.all()
                    : List.of(Screen.DESK, Screen.PHONE.inTheDark());

    private final Stage stage = Stage.shared();
    private Visitor alice;
    private Visitor nobody;

    /** One browser for all pages, as somebody has it: what was loaded once is there. */
    @BeforeAll
    void enter() {
        alice = stage.signedIn(Screen.DESK);
        nobody = stage.nobody(Screen.DESK);
    }

    @AfterAll
    void go() {
        alice.close();
        nobody.close();
    }

    @Override
    void leave(Visitor visitor) {
        visitor.forgive();
    }

    List<Tour.Stop> pages() {
        return Tour.of(stage.platform().api());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void is_open_to_everybody_and_fits(Tour.Stop stop) {
        Visitor visitor = come(stop.signedIn() ? alice : nobody);
        Page page = visitor.open(stop.path());
        for (Screen screen : SCREENS) {
            fits(visitor, stop, screen);
            assertThat(Axe.violations(page)).as("%s on %s", stop, screen).isEmpty();
        }
        fits(visitor, stop, Screen.ZOOMED);
        visitor.see(Screen.DESK);
        assertThat((Integer) page.evaluate(HostileTextTest.AS_MARKUP))
                .as("elements made of hostile text")
                .isZero();
        assertThat(OURS.matcher(page.locator("body").innerText()).results().map(MatchResult::group))
                .as("names of ours on %s", stop)
                .isEmpty();
        assertThat(page.title()).as("hostile text ran").doesNotContain("taken");
    }

    private static void fits(Visitor visitor, Tour.Stop stop, Screen screen) {
        visitor.see(screen);
        visitor.settle();
        assertThat(visitor.page().locator("[data-trouble]").allInnerTexts())
                .as("%s on %s shows trouble", stop, screen)
                .isEmpty();
        assertThat((List<?>) visitor.page().evaluate(OUTSIDE))
                .as("outside the screen of %s on %s", stop, screen)
                .isEmpty();
    }
}
