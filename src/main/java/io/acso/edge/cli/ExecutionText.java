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
        actions(body);
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
        body.path("unplanned").forEach(step -> verb.say(lacking(step)));
        if (body.path("plan").isObject() && actions.isEmpty()) {
            verb.say("  the plan holds no action on the outside");
        }
    }

    /** Where each action that was tried stands now, and who had it taken back. */
    private void actions(JsonNode body) {
        for (JsonNode tried : body.path("actions")) {
            JsonNode undo = tried.path("undo");
            verb.say("  " + tried.path("state").asString("") + "  "
                    + tried.at("/action/kind").asString("") + " on "
                    + tried.at("/action/target/id").asString("")
                    + (tried.hasNonNull("effect") ? "  (" + tried.path("effect").asString("") + ")" : ""));
            if (undo.isObject()) {
                verb.say("      " + undo(undo));
            }
        }
    }

    /** Who wanted an effect taken back, and what came of it. */
    static String undo(JsonNode undo) {
        return "undo     " + undo.path("stage").asString("") + ", wanted by "
                + undo.path("by").asString("")
                + words(": ", undo, "why") + words("; ", undo, "detail") + words("; approval ", undo, "approval")
                + words("; by effect ", undo, "effect") + words(", at ", undo, "ended");
    }

    private static String words(String before, JsonNode from, String field) {
        String text = from.path(field).asString("");
        return text.isEmpty() ? "" : before + text;
    }

    /** What a step lacks to be planned. */
    private static String lacking(JsonNode step) {
        List<String> inputs = new ArrayList<>();
        step.path("lacks").forEach(name -> inputs.add("--set " + name.asString("") + "=..."));
        return "  not planned: " + step.path("name").asString("") + " ("
                + step.path("kind").asString("") + "): " + step.path("why").asString("")
                + (inputs.isEmpty() ? "" : "; give " + String.join(" ", inputs));
    }

    /** What exactly would be called, how far it reaches, what takes it back, and what the gate says. */
    void action(JsonNode planned, JsonNode decision) {
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
        List<String> policies = new ArrayList<>();
        decision.path("policies").forEach(policy -> policies.add(policy.asString("")));
        verb.say("      policies " + (policies.isEmpty() ? "none" : String.join(", ", policies)));
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
