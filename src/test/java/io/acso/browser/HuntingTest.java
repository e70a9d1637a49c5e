package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lake is asked, and its answer read as a table and seen as a chart. */
class HuntingTest extends BrowserSuite {

    private Visitor visitor;
    private Page page;

    @BeforeEach
    void enter() {
        visitor = come(Stage.shared().signedIn(Screen.DESK));
        page = visitor.open("/hunting/query");
    }

    @Test
    void a_query_is_written_with_help_and_its_answer_is_a_table_and_a_chart() {
        Locator editor = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("SQL"));
        editor.click();
        page.keyboard().press("Control+a");
        page.keyboard().type("SELECT opera");
        Locator offered =
                page.locator(".cm-tooltip-autocomplete").getByText("operation").first();
        assertThat(offered).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().type("tion, count(*) AS times FROM events GROUP BY 1 ORDER BY 2 DESC");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText(Pattern.compile("\\d+ rows? in .* ms")).first())
                .isVisible();
        assertThat(page.getByText("StopLogging").first()).isVisible();
        page.locator("label")
                .filter(new Locator.FilterOptions().setHasText("Chart"))
                .click();
        assertThat(page.locator(".recharts-surface").first()).isVisible();
        assertThat(page.locator(".recharts-bar-rectangle").first()).isVisible();

        // The address is the query: a colleague who opens it sees the same.
        visitor.open(page.url());
        assertThat(page.getByText("StopLogging").first()).isVisible();
    }

    @Test
    void a_query_that_is_wrong_is_answered_with_what_is_wrong() {
        visitor.open("/hunting/query?sql=SELECT%20nothing_of_this_name%20FROM%20events");
        assertThat(page.getByText(Pattern.compile("nothing_of_this_name.*not found|not found.*nothing_of_this_name"))
                        .first())
                .isVisible();
    }
}
