package io.acso.browser;

import io.acso.edge.client.Api;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Every page of the console, with something on it. */
final class Tour {

    /** @param name such as {@code incident}, also a file's name */
    record Stop(String name, String path, boolean signedIn) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Tour() {}

    static List<Stop> of(Api api) {
        String incident = newest(api, "/incidents");
        String approval = newest(api, "/approvals");
        return List.of(
                new Stop("sign-in", "/sign-in", false),
                in("overview", "/overview"),
                in("incidents", "/incidents"),
                in("incident", "/incidents/" + incident),
                in("approvals", "/approvals"),
                in("approval", "/approvals/" + approval),
                in("agents", "/agents"),
                in("hunting", "/hunting"),
                in("playbooks", "/playbooks"),
                in("system", "/system"),
                in("account", "/account"),
                in("nowhere", "/there/is/no/such/page"));
    }

    private static Stop in(String name, String path) {
        return new Stop(name, path, true);
    }

    private static String newest(Api api, String list) {
        JsonNode items = api.get(list).path("items");
        return items.path(0).path("id").asString("");
    }
}
