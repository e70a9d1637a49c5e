package io.acso.edge.demo;

import io.acso.domain.kernel.Json;
import io.acso.edge.client.Api;
import io.acso.edge.demo.Story.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks at the platform through its API and tells whatever is new. */
final class Narrator {

    private static final int PAGE = 200;

    private final Api api;
    private final Story story;
    private final Set<String> told = new HashSet<>();
    private final Map<String, Integer> quiet = new LinkedHashMap<>();

    Narrator(Api api, Story story) {
        this.api = api;
        this.story = story;
    }

    /** Tells the findings made since the last look. */
    void findings() {
        newestLast("/findings").forEach(this::finding);
    }

    /** Tells what became of incidents since the last look, and gives them as they are now. */
    List<JsonNode> incidents() {
        List<JsonNode> incidents = new ArrayList<>();
        for (JsonNode summary : newestLast("/incidents")) {
            JsonNode incident = api.get("/incidents/" + text(summary, "id"));
            incident(incident);
            incidents.add(incident);
        }
        return incidents;
    }

    /** Every item of a list, the oldest first. */
    List<JsonNode> newestLast(String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        while (!next.isEmpty() || items.isEmpty()) {
            JsonNode page = api.get(path + "?limit=" + PAGE + (next.isEmpty() ? "" : "&cursor=" + Api.escape(next)));
            page.path("items").forEach(items::add);
            next = page.path("next").asString("");
            if (next.isEmpty()) {
                break;
            }
        }
        return items.reversed();
    }

    /** The same finding many times over is told once with its first, and counted after that. */
    private void finding(JsonNode finding) {
        if (!told.add("finding " + text(finding, "id"))) {
            return;
        }
        String title = text(finding, "title");
        int before = quiet.merge(title, 1, Integer::sum);
        if (before > 1) {
            return;
        }
        JsonNode whole = api.get("/findings/" + text(finding, "id"));
        String severity = text(finding, "severity");
        story.tell(tone(severity), "hunter", "finding  " + severity + "  " + title);
        List<String> because = new ArrayList<>();
        whole.path("matched").forEach(field -> because.add(text(field, "field") + " = " + text(field, "value")));
        story.more(
                Tone.QUIET,
                "because "
                        + String.join(", ", because.stream().distinct().limit(3).toList()));
    }

    private void incident(JsonNode body) {
        String id = body.path("incident").path("id").asString("");
        facts(id, body, false);
        if (body.path("ticket").isObject() && told.add(id + " ticket " + body.at("/ticket/status"))) {
            story.tell(
                    Tone.PLAIN,
                    "services",
                    "ticket " + body.at("/ticket/id").asString("") + " is "
                            + body.at("/ticket/status").asString(""));
        }
        body.path("evidence").forEach(this::evidence);
        body.path("actions").forEach(action -> action(id, action));
        cost(id, body.path("cost"));
        if (!text(body, "report").isEmpty() && told.add(id + " report")) {
            story.tell(Tone.GOOD, "responder", "report written");
        }
        facts(id, body, true);
    }

    /** What an incident came to is told after what led there. */
    private void facts(String id, JsonNode body, boolean results) {
        for (JsonNode fact : body.path("timeline")) {
            String kind = text(fact, "fact");
            boolean result = kind.equals("IncidentContained") || kind.equals("IncidentResolved");
            if (!kind.equals("FindingJoined") && result == results && told.add(id + fact)) {
                story.tell(toneOf(kind), "supervisor", words(kind) + "  " + text(fact, "text"));
            }
        }
    }

    void notifications(List<Inbox.Notification> received) {
        for (Inbox.Notification notification : received) {
            if (told.add("notification " + notification)) {
                JsonNode body = Json.tree(notification.body());
                story.tell(
                        notification.genuine() ? Tone.GOOD : Tone.GRAVE,
                        "responder",
                        "people notified by webhook, its signature " + (notification.genuine() ? "verified" : "WRONG"));
                story.more(
                        Tone.QUIET, text(body, "severity") + " " + text(body, "priority") + ": " + text(body, "title"));
            }
        }
    }

    private void evidence(JsonNode evidence) {
        if (told.add("evidence " + text(evidence, "id"))) {
            story.tell(
                    Tone.PLAIN,
                    "responder",
                    "evidence  " + text(evidence, "name") + ", " + text(evidence, "size") + " bytes, sha256 "
                            + text(evidence, "content").substring(0, 16) + "…");
        }
    }

    private void action(String incident, JsonNode action) {
        String target = action.at("/action/target/id").asString("");
        String kind = action.at("/action/kind").asString("");
        if (!told.add(incident + " action " + kind + target + text(action, "at"))) {
            return;
        }
        String outcome = text(action, "outcome");
        boolean took = outcome.equals("CARRIED_OUT") || outcome.equals("ALREADY_DONE");
        story.tell(
                took ? Tone.GOOD : Tone.GRAVE,
                "responder",
                outcome.toLowerCase(Locale.ROOT).replace('_', ' ') + "  " + kind + "  " + target);
        story.more(Tone.QUIET, text(action, "detail"));
    }

    private void cost(String id, JsonNode cost) {
        if (!cost.path("lines").isEmpty() && told.add(id + " cost " + text(cost, "until"))) {
            story.tell(
                    Tone.WARN,
                    "finance",
                    "the resources that were started cost " + money(cost.path("perHour")) + " an hour, "
                            + money(cost.path("soFar")) + " so far (" + text(cost, "source") + ")");
        }
    }

    private static String money(JsonNode money) {
        String amount = new BigDecimal(money.path("amount").asString("0"))
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
        return money.path("currency").asString("") + " " + amount;
    }

    /** How often each finding was made, for the end. */
    Map<String, Integer> counted() {
        return quiet;
    }

    private static String words(String fact) {
        return switch (fact) {
            case "IncidentOpened" -> "incident opened:";
            case "IncidentRated" -> "incident";
            case "ResponseChosen" -> "response chosen:";
            case "IncidentContained" -> "incident contained:";
            case "IncidentResolved" -> "incident resolved:";
            default -> "incident:";
        };
    }

    private static Tone toneOf(String fact) {
        return switch (fact) {
            case "IncidentContained", "IncidentResolved" -> Tone.GOOD;
            case "IncidentOpened", "IncidentRated" -> Tone.WARN;
            default -> Tone.STRONG;
        };
    }

    private static Tone tone(String severity) {
        return switch (severity) {
            case "CRITICAL", "HIGH" -> Tone.GRAVE;
            case "MEDIUM" -> Tone.WARN;
            default -> Tone.PLAIN;
        };
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
