package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes CACAO documents for tests; steps go by short names such as {@code action.a}. */
public final class PlaybookBuilder {

    static final String AGENT = "security-category--" + uuid("agent");

    final ObjectNode document = Json.object();

    public PlaybookBuilder() {
        document.put("type", "playbook")
                .put("spec_version", "cacao-2.0")
                .put("id", "playbook--" + uuid("playbook"))
                .put("name", "A test")
                .put("created_by", "identity--" + uuid("identity"))
                .put("created", "2026-01-01T00:00:00.000Z")
                .put("modified", "2026-01-01T00:00:00.000Z")
                .put("workflow_start", id("start.s"));
        document.putObject("playbook_variables");
        document.putObject("workflow");
        ObjectNode agent = document.putObject("agent_definitions").putObject(AGENT);
        agent.put("type", "security-category").put("name", "incident-response");
        agent.putArray("category").add("orchestrator");
    }

    /** {@code action.a} becomes {@code action--UUID}, the same each time. */
    public static String id(String name) {
        return name.substring(0, name.indexOf('.')) + "--" + uuid(name);
    }

    public PlaybookBuilder start(String next) {
        return step("start.s", "{'on_completion':'" + next + "'}");
    }

    public PlaybookBuilder end(String name) {
        return step(name, "{}");
    }

    /** @param flow such as {@code 'on_completion':'end.e'} */
    public PlaybookBuilder task(String name, String flow) {
        return action(name, "{'type':'x-acso-task','command':'work'}", flow);
    }

    public PlaybookBuilder gated(String name, String target, String flow) {
        return action(
                name,
                "{'type':'x-acso-action','command':'aws.ec2.stop-instance','target_type':'aws:ec2:instance',"
                        + "'scope':'aws:111122223333','target':'" + target + "'}",
                flow);
    }

    public PlaybookBuilder manual(String name, String flow) {
        return action(name, "{'type':'manual','command':'look'}", flow);
    }

    public PlaybookBuilder action(String name, String commands, String flow) {
        return step(name, "{'agent':'" + AGENT + "','commands':[" + commands + "]," + flow + "}");
    }

    public PlaybookBuilder parallel(String name, List<String> next, String flow) {
        return step(name, "{'next_steps':['" + String.join("','", next) + "']" + comma(flow) + "}");
    }

    public PlaybookBuilder choice(String name, String condition, String flow) {
        step(name, "{" + flow + "}");
        ((ObjectNode) document.path("workflow").path(id(name))).put("condition", condition);
        return this;
    }

    public PlaybookBuilder variable(String name, String json) {
        ((ObjectNode) document.path("playbook_variables")).set("__" + name + "__", json(json));
        return this;
    }

    public PlaybookBuilder set(String field, String json) {
        document.set(field, resolve(json(json)));
        return this;
    }

    /** A step of any kind; single quotes stand for double ones, and names of steps for their ids. */
    public PlaybookBuilder step(String name, String json) {
        ObjectNode step = (ObjectNode) resolve(json(json));
        step.put("type", name.substring(0, name.indexOf('.')));
        ((ObjectNode) document.path("workflow")).set(id(name), step);
        return this;
    }

    public String text() {
        return Json.text(document);
    }

    public Playbook build() {
        return PlaybookCheck.read(text());
    }

    static JsonNode json(String text) {
        return Json.tree(text.replace('\'', '"'));
    }

    private static JsonNode resolve(JsonNode json) {
        String text = Json.text(json);
        for (String type : List.of(
                "start",
                "end",
                "action",
                "parallel",
                "if-condition",
                "while-condition",
                "switch-condition",
                "playbook-action")) {
            var names = java.util.regex.Pattern.compile("\"(" + type + "\\.[a-z0-9]+)\"");
            text = names.matcher(text).replaceAll(found -> '"' + id(found.group(1)) + '"');
        }
        return Json.tree(text);
    }

    private static String comma(String flow) {
        return flow.isEmpty() ? "" : "," + flow;
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
