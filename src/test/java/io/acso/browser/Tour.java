package io.acso.browser;

import io.acso.edge.client.Api;
import java.util.List;
import java.util.Map;
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

    private static final String EVENTS_OVER_TIME =
            "SELECT%20time_bucket(INTERVAL%20'5%20minutes',%20time)%20AS%20at,%20count(*)%20AS%20events"
                    + "%20FROM%20events%20GROUP%20BY%201%20ORDER%20BY%201";

    private Tour() {}

    static List<Stop> of(Api api) {
        String incident = first(api, "/incidents");
        String approval = first(api, "/approvals");
        String run = first(api, "/executions");
        String playbook = api.get("/playbooks").at("/0/id").asString("");
        String rule = first(api, "/rules");
        return List.of(
                new Stop("sign-in", "/sign-in", false),
                new Stop("setup", invitation(api), false),
                in("overview", "/overview"),
                in("incidents", "/incidents"),
                in("incident", "/incidents/" + incident),
                in("incident-graph", "/incidents/" + incident + "/graph"),
                in("incident-findings", "/incidents/" + incident + "/findings"),
                in("incident-response", "/incidents/" + incident + "/response"),
                in("incident-evidence", "/incidents/" + incident + "/evidence"),
                in("incident-discussion", "/incidents/" + incident + "/discussion"),
                in("incident-report", "/incidents/" + over(api) + "/report"),
                in("approvals", "/approvals"),
                in("approval", "/approvals/" + approval),
                in("agents", "/agents"),
                in("agent", "/agents/supervisor"),
                in("hunting", "/hunting/query?sql=" + EVENTS_OVER_TIME),
                in("hunting-rules", "/hunting/rules"),
                in("hunting-rule", "/hunting/rules/" + Api.escape(rule)),
                in("hunting-draft", "/hunting/rules/draft"),
                in("hunting-intelligence", "/hunting/intelligence?value=203.0.113.130"),
                in("playbooks", "/playbooks"),
                in("playbook", "/playbooks/" + playbook),
                in("playbook-run", "/playbooks/runs/" + run),
                in("playbook-editor", "/playbooks/editor"),
                in("system-health", "/system/health"),
                in("system-queues", "/system/queues"),
                in("system-dead-letters", "/system/queues/supervisor"),
                in("system-quarantine", "/system/quarantine"),
                in("system-audit", "/system/audit"),
                in("system-people", "/system/people"),
                in("system-programs", "/system/programs"),
                in("system-programs-keys", "/system/programs?show=keys"),
                in("system-policies", "/system/policies"),
                in("system-webhooks", "/system/webhooks"),
                in(
                        "system-webhook",
                        "/system/webhooks/"
                                + api.get("/webhooks").path(0).path("id").asString("")),
                in("system-keys", "/system/keys"),
                in("system-settings", "/system/settings"),
                in("services", "/services"),
                in("finance", "/finance"),
                in("finance-prices", "/finance/prices"),
                in("account", "/account"),
                in("nowhere", "/system/no/such/page"));
    }

    private static Stop in(String name, String path) {
        return new Stop(name, path, true);
    }

    private static String first(Api api, String list) {
        JsonNode items = api.get(list).path("items");
        return items.path(0).path("id").asString("");
    }

    /** A link of somebody who is not here yet. */
    private static String invitation(Api api) {
        return api.post("/people/" + DemoData.INVITED + "/invitation", Map.of())
                .path("link")
                .asString("");
    }

    /** An incident that has its report. */
    private static String over(Api api) {
        for (JsonNode incident : api.get("/incidents").path("items")) {
            if (incident.path("status").asString("").equals("RESOLVED")) {
                return incident.path("id").asString("");
            }
        }
        throw new IllegalStateException("no incident is over");
    }
}
