package io.acso.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.acso.edge.client.Api;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Text that attackers and people wrote is shown as they wrote it, and is never markup or script. */
class HostileTextTest extends BrowserSuite {

    static final String AS_MARKUP = "() => document.querySelectorAll('img[src=x]').length";
    private static final String SHOWN = "() => document.body.innerText";

    private final Stage stage = Stage.shared();

    @Test
    void is_shown_as_text_wherever_it_stands() {
        Visitor visitor = come(stage.signedIn(Screen.DESK));
        for (String path : places()) {
            Page page = visitor.open(path);
            assertThat((String) page.evaluate(SHOWN)).as(path).contains("<img src=x");
            assertThat((Integer) page.evaluate(AS_MARKUP))
                    .as("elements that the text became on %s", path)
                    .isZero();
            assertThat(page.title()).as("the title of %s", path).doesNotContain("taken");
        }
    }

    private List<String> places() {
        Api api = stage.platform().api();
        String incident = incidentOf(api, DemoData.HOSTILE);
        List<String> places = new ArrayList<>(List.of(
                "/incidents/" + incident,
                "/incidents/" + incident + "/response",
                "/incidents/" + incident + "/discussion",
                "/system/people",
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
