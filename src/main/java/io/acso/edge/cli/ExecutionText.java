package io.acso.edge.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An execution for people. */
final class ExecutionText {

    private final Verb verb;

    ExecutionText(Verb verb) {
        this.verb = verb;
    }

    void show(JsonNode body) {
        JsonNode execution = body.path("execution");
        verb.say(execution.path("playbookName").asString("") + ": "
                + execution.path("status").asString("")
                + (execution.hasNonNull("why") ? ", " + execution.path("why").asString("") : ""));
        plan(body);
        body.path("history").forEach(entry -> verb.say(line(entry)));
    }

    /** A line of the history. */
    String line(JsonNode entry) {
        return "  " + entry.path("at").asString("") + "  " + entry.path("what").asString("");
    }

    /** Every action of the plan: what exactly would be called, how far it reaches, and what the gate says. */
    void plan(JsonNode body) {
        JsonNode actions = body.at("/plan/actions");
        for (int i = 0; i < actions.size(); i++) {
            action(actions.get(i), body.path("decisions").path(i).path("decision"));
        }
        body.at("/plan/constraints")
                .forEach(later -> verb.say("  later " + later.path("stepId").asString("") + ": "
                        + later.path("kind").asString("") + " on "
                        + later.path("target").asString("") + ", "
                        + later.path("most").asInt() + " at the most"));
        body.path("leftOut")
                .forEach(left -> verb.say("  left out: " + left.path("kind").asString("") + " on "
                        + left.path("target").asString("") + ": "
                        + left.path("why").asString("")));
        if (body.path("plan").isObject() && actions.isEmpty()) {
            verb.say("  the plan holds no action on the outside");
        }
    }

    private void action(JsonNode planned, JsonNode decision) {
        JsonNode action = planned.at("/dryRun/action");
        verb.say("  " + action.path("kind").asString("") + " on "
                + action.at("/target/id").asString("") + " ("
                + action.at("/target/scope").asString("") + ")");
        planned.at("/dryRun/calls").forEach(call -> verb.say("      call     " + call.asString("")));
        verb.say("      reaches  " + planned.at("/blastRadius/basis").asString(""));
        JsonNode inverse = planned.at("/dryRun/inverse");
        verb.say("      inverse  " + (inverse.isObject() ? inverse.path("kind").asString("") : "none is known"));
        verb.say("      gate     " + decision.path("verdict").asString("") + ": "
                + decision.path("explanation").asString(""));
    }

    void end(JsonNode body) {
        JsonNode execution = body.path("execution");
        String status = execution.path("status").asString("");
        if (status.equals("DRY_RUN")) {
            plan(body);
        }
        List<String> set = new ArrayList<>();
        body.path("variables").properties().forEach(entry -> set.add(entry.getKey() + " = " + entry.getValue()));
        set.forEach(line -> verb.say("  " + line));
        verb.say(status
                + (execution.hasNonNull("why") ? ": " + execution.path("why").asString("") : ""));
    }
}
