package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What pages show when they are not at their best: not known yet, not allowed, on paper, on little room. */
class StatesTest extends BrowserSuite {

    private static final Pattern API = Pattern.compile("/api/v1/(?!me\\b)");
    private static final double FOLD = 320;

    private final Stage stage = Stage.shared();

    @Test
    void a_page_that_is_others_says_so_and_who_can_change_that() {
        Account guest = Account.invited(stage, "greta", "Greta Guest", "viewer");
        Visitor greta = come(stage.visitor(Screen.DESK, guest));
        for (String path : new String[] {"/system/people", "/hunting/query"}) {
            greta.open(path);
            assertThat(greta.heading("This page is not open to you")).isVisible();
            assertThat(greta.page().locator("main")).containsText("An administrator gives roles");
        }
        greta.open("/system/nothing-of-that-name");
        assertThat(greta.heading("There is no such page")).isVisible();
    }

    @Test
    void nothing_is_claimed_before_it_is_known() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.page();
        page.route(API, route -> {});
        for (String path : new String[] {"/approvals", "/incidents", "/overview", "/agents", "/playbooks"}) {
            page.navigate(path);
            assertThat(page.locator("main .mantine-Skeleton-root").first()).isVisible();
            assertThat(page.locator("main")).not().containsText(Pattern.compile("Nothing|No incident|Nobody"));
        }
    }

    @Test
    void on_a_phone_a_list_begins_above_the_fold_and_the_open_tab_is_in_sight() {
        Visitor visitor = come(stage.signedIn(Screen.PHONE));
        Page page = visitor.open("/incidents");
        assertThat(box(page.locator("main [data-index='0']")).y).isLessThan(FOLD);
        visitor.open("/incidents/" + anIncident() + "/discussion");
        BoundingBox tab = box(page.locator("[role=tab][aria-selected=true]"));
        assertThat(tab.x).isPositive();
        assertThat(tab.x + tab.width).isLessThan(Screen.PHONE.width());
    }

    @Test
    void on_paper_there_is_the_content_and_nothing_to_press() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/incidents/" + anIncident());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("main h1")).isVisible();
        assertThat(page.locator("main ol").first()).isVisible();
        assertThat(page.locator("nav, .mantine-Button-root, [role=tab]").filter(visible()))
                .hasCount(0);
    }

    @Test
    void where_the_system_chooses_the_colours_one_still_sees_where_one_is() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/incidents/" + anIncident());
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        for (String here : new String[] {"nav [aria-current=page]", "[role=tab][aria-selected=true]"}) {
            assertThat(page.locator(here).first()).hasCSS("outline-style", "solid");
        }
    }

    private static Locator.FilterOptions visible() {
        return new Locator.FilterOptions().setVisible(true);
    }

    private static BoundingBox box(Locator of) {
        return of.first().boundingBox();
    }

    private String anIncident() {
        return stage.platform().api().get("/incidents").at("/items/0/id").asString("");
    }
}
