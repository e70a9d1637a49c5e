package io.acso.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import io.acso.edge.client.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody may not do is not offered to them, and no page asks for what they may not see. */
class RolesTest extends BrowserSuite {

    private final Stage stage = Stage.shared();
    private final Api api = stage.platform().api();

    @Test
    void a_viewer_is_offered_nothing_of_what_an_administrator_does() {
        Visitor alice = come(stage.signedIn(Screen.DESK));
        Visitor vera = come(stage.visitor(Screen.DESK, Account.invited(stage, "vera", "Vera Viewer", "viewer")));
        List<String> refused = new ArrayList<>();
        vera.page().onResponse(response -> refusal(response, refused));
        for (Map.Entry<String, Pattern> deed : deeds().entrySet()) {
            alice.open(deed.getKey());
            assertThat(offered(alice, deed.getValue()))
                    .as("an administrator is offered %s on %s", deed.getValue(), deed.getKey())
                    .isPositive();
            vera.open(deed.getKey());
            assertThat(offered(vera, deed.getValue()))
                    .as("a viewer is offered %s on %s", deed.getValue(), deed.getKey())
                    .isZero();
        }
        assertThat(refused).as("what pages asked for that a viewer may not see").isEmpty();
    }

    private static void refusal(Response response, List<String> refused) {
        if (response.status() == 403) {
            refused.add(response.url());
        }
    }

    private static int offered(Visitor visitor, Pattern name) {
        return visitor.page()
                .locator("main button, main a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .count();
    }

    private Map<String, Pattern> deeds() {
        String open = "/incidents/" + incident("IN_PROGRESS");
        Map<String, Pattern> deeds = new LinkedHashMap<>();
        deeds.put(open, Pattern.compile("^(Assign to me|Status|Export)$"));
        deeds.put(open + "/discussion", Pattern.compile("^Send$"));
        deeds.put("/incidents/" + incident("RESOLVED") + "/response", Pattern.compile("^Undo$"));
        deeds.put("/approvals/" + pending(), Pattern.compile("^(Approve \\d+ actions?|Reject)$"));
        deeds.put("/agents", Pattern.compile("^Stop every agent$"));
        deeds.put("/agents/supervisor", Pattern.compile("^Stop this agent$"));
        deeds.put("/playbooks", Pattern.compile("^Write a playbook$"));
        deeds.put(
                "/playbooks/" + api.get("/playbooks").at("/0/id").asString(""),
                Pattern.compile("^(Dry run|Edit a copy)$"));
        deeds.put("/system/people", Pattern.compile("^Invite somebody$"));
        return deeds;
    }

    private String incident(String status) {
        return first(api.get("/incidents?status=" + status + "&sort=opened"));
    }

    private String pending() {
        for (JsonNode approval : api.get("/approvals").path("items")) {
            if (approval.path("status").asString("").equals("PENDING")) {
                return approval.path("id").asString("");
            }
        }
        throw new AssertionError("nothing waits for an answer");
    }

    private static String first(JsonNode list) {
        return list.at("/items/0/id").asString("");
    }
}
