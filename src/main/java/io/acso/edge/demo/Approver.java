package io.acso.edge.demo;

import io.acso.edge.client.Api;
import io.acso.edge.demo.Story.Tone;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Shows each plan that waits for a person, and passes the answer on. */
final class Approver {

    private final Api api;
    private final Story story;
    private final Predicate<String> agrees;
    private final Set<String> shown = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    /** @param agrees asks the person; never called when a policy answers instead */
    Approver(Api api, Story story, Predicate<String> agrees) {
        this.api = api;
        this.story = story;
        this.agrees = agrees;
    }

    void look(Iterable<JsonNode> approvals, boolean byPolicy) {
        for (JsonNode summary : approvals) {
            String id = summary.path("id").asString("");
            String status = summary.path("status").asString("");
            if (shown.add(id)) {
                show(id);
            }
            if (status.equals("PENDING") && !byPolicy && asked.add(id)) {
                ask(id);
            }
            if (!status.equals("PENDING") && shown.add(id + status)) {
                answered(id, status);
            }
        }
    }

    private void show(String id) {
        JsonNode body = api.get("/approvals/" + id);
        story.tell(
                Tone.STRONG,
                "gate",
                "approval needed for " + body.at("/plan/actions").size() + " actions: "
                        + body.at("/approval/why").asString(""));
        int number = 0;
        for (JsonNode planned : body.at("/plan/actions")) {
            number++;
            story.more(Tone.PLAIN, number + ". " + planned.at("/dryRun/summary").asString(""));
            planned.at("/dryRun/calls").forEach(call -> story.more(Tone.QUIET, "     " + call.asString("")));
            boolean undo = planned.at("/dryRun/inverse").isObject();
            story.more(
                    Tone.QUIET,
                    "     touches " + planned.at("/blastRadius/count").asString("") + " of "
                            + planned.at("/blastRadius/fleet").asString("") + " known; "
                            + (undo
                                    ? "undone by "
                                            + planned.at("/dryRun/inverse/kind").asString("")
                                    : "cannot be undone"));
        }
        story.more(Tone.QUIET, "plan " + body.path("planHash").asString(""));
    }

    private void ask(String id) {
        JsonNode body = api.get("/approvals/" + id);
        boolean yes = agrees.test("Carry out exactly this plan?");
        api.post(
                "/approvals/" + id + "/answer",
                Map.of(
                        "approve",
                        yes,
                        "planHash",
                        body.path("planHash").asString(""),
                        "comment",
                        yes ? "approved in the demo" : "rejected in the demo"));
    }

    private void answered(String id, String status) {
        JsonNode body = api.get("/approvals/" + id);
        boolean yes = status.equals("APPROVED");
        story.tell(
                yes ? Tone.GOOD : Tone.WARN,
                "gate",
                "approval " + status.toLowerCase(Locale.ROOT) + " by "
                        + body.path("answeredBy").asString("nobody"));
        String comment = body.path("comment").asString("");
        if (!comment.isEmpty()) {
            story.more(Tone.QUIET, comment);
        }
    }
}
