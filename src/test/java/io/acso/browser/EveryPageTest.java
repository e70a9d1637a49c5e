package io.acso.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page, in light and dark, at a desk and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest extends BrowserSuite {

    private static final String TOO_WIDE = "() => document.documentElement.scrollWidth - window.innerWidth";
    private static final String TITLE = "() => document.title";

    private Stage stage;

    @BeforeAll
    void enter() {
        stage = Stage.shared();
    }

    List<Tour.Stop> pages() {
        return Tour.of(stage.platform().api());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void is_open_to_everybody_and_fits(Tour.Stop stop) {
        Visitor visitor = come(stop.signedIn() ? stage.signedIn(Screen.DESK) : stage.nobody(Screen.DESK));
        visitor.open(stop.path());
        for (Screen screen : Screen.all()) {
            visitor.see(screen);
            visitor.settle();
            assertThat(visitor.page().locator("[data-trouble]").allInnerTexts())
                    .as("%s on %s shows trouble", stop, screen)
                    .isEmpty();
            assertThat(Axe.violations(visitor.page()))
                    .as("%s on %s", stop, screen)
                    .isEmpty();
            assertThat((Integer) visitor.page().evaluate(TOO_WIDE))
                    .as("%s on %s scrolls sideways", stop, screen)
                    .isNotPositive();
        }
        assertThat((String) visitor.page().evaluate(TITLE))
                .as("hostile text ran")
                .doesNotContain("taken");
    }
}
