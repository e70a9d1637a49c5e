package io.acso.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.acso.edge.client.Api;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Text that attackers and people wrote is shown as they wrote it, all of it seen, and is never markup or script. */
class HostileTextTest extends BrowserSuite {

    static final String AS_MARKUP = "() => document.querySelectorAll('img[src=x]').length";
    private static final String SHOWN = "() => document.body.innerText";

    /** What is not seen yet stands in the page, or is read aloud; what somebody types is theirs. */
    private static final String UNSEEN = """
            () => {
              const unseen = /(?![\\t\\n\\r])[\\p{Cc}\\p{Cs}\\p{Bidi_C}\\p{DI}]/u;
              const found = unseen.test(document.title) ? ['title'] : [];
              for (const e of document.querySelectorAll('*')) {
                const told = [...e.attributes].filter(a => /^(title|alt|placeholder|label|aria-.*)$/.test(a.name));
                const text = [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE);
                if (!e.matches('script, style, textarea')
                    && [...told.map(a => a.value), ...text.map(n => n.data)].some(each => unseen.test(each))) {
                  found.push(e.outerHTML.slice(0, 200));
                }
              }
              return found;
            }
            """;

    private static final String LINKS = "() => [...document.querySelectorAll('a[href]')].map(a => a.protocol)"
            + ".filter(each => !/^(https?|blob):$/.test(each))";

    private final Stage stage = Stage.shared();

    @Test
    void is_shown_as_text_wherever_it_stands() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        assertThat((String) visitor.open("/system/people").evaluate(SHOWN)).contains("\\u202egpj.\\u200b\\u2066");
        for (String path : places()) {
            Page page = visitor.open(path);
            assertThat((String) page.evaluate(SHOWN)).as(path).contains(DemoData.MARK);
            isHarmless(page, path);
        }
    }

    @Test
    void hides_nothing_and_leads_nowhere_on_any_page() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Tour.of(stage.platform().api()).stream()
                .filter(Tour.Stop::signedIn)
                .forEach(stop -> isHarmless(visitor.open(stop.path()), stop.path()));
    }

    @Test
    void is_found_by_the_palette_as_text() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        Page page = visitor.open("/overview");
        page.keyboard().press("Control+k");
        page.getByLabel("Go to, do, or find").fill(DemoData.HOSTILE);
        PlaywrightAssertions.assertThat(page.getByText("Nothing of that name")
                        .or(page.getByText(DemoData.MARK))
                        .first())
                .isVisible();
        isHarmless(page, "the palette");
    }

    private static void isHarmless(Page page, String path) {
        assertThat((List<?>) page.evaluate(UNSEEN)).as("unseen on %s", path).isEmpty();
        assertThat((List<?>) page.evaluate(LINKS))
                .as("where links of %s lead", path)
                .isEmpty();
        assertThat((Integer) page.evaluate(AS_MARKUP))
                .as("elements that the text became on %s", path)
                .isZero();
        assertThat(page.title()).as("the title of %s", path).doesNotContain("taken");
    }

    private List<String> places() {
        Api api = stage.platform().api();
        String incident = incidentOf(api, DemoData.HOSTILE);
        List<String> places = new ArrayList<>(List.of(
                "/incidents/" + incident,
                "/incidents/" + incident + "/graph",
                "/incidents/" + incident + "/findings",
                "/incidents/" + incident + "/response",
                "/incidents/" + incident + "/discussion",
                "/system/people",
                "/system/programs",
                "/system/programs?show=keys",
                "/system/webhooks",
                "/system/quarantine",
                "/hunting/query?sql=SELECT%20raw%20FROM%20events%20WHERE%20contains(raw,%20'%3Cimg')"));
        for (JsonNode approval : api.get("/approvals").path("items")) {
            if (approval.path("status").asString("").equals("REJECTED")) {
                places.add("/approvals/" + approval.path("id").asString(""));
            }
        }
        return places;
    }

    private static String incidentOf(Api api, String name) {
        for (JsonNode incident : api.get("/incidents").path("items")) {
            String id = incident.path("id").asString("");
            for (JsonNode each : api.get("/incidents/" + id).at("/picture/entities")) {
                if (each.path("value").asString("").contains(name)) {
                    return id;
                }
            }
        }
        throw new AssertionError("no incident of " + name);
    }
}
