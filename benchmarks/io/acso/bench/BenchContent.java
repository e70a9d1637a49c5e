package io.acso.bench;

import io.acso.domain.kernel.Json;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.content.ContentSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The product's content and beside it playbooks of five steps in a row. A kind of action may be carried out 30 times a
 * minute by the shipped policies, and that is left so: there are as many kinds as a run needs.
 */
final class BenchContent {

    static final int STEPS = 5;
    static final String ASKING = "bench.contain";
    /** What the shipped policies let one kind of action do in a minute, less than what they count. */
    static final int RUNS_OF_A_KIND = 28;

    private static final String AGENT = id("security-category", "agent");
    private static final String END = id("end", "end");

    private BenchContent() {}

    static ContentSnapshot of(Map<String, String> more) {
        ContentSnapshot product = new ContentSource(BenchContent.class.getClassLoader(), null).load();
        Map<String, String> files = new TreeMap<>(product.files());
        files.keySet().removeIf(path -> path.startsWith("rules/") || path.startsWith("playbooks/"));
        files.putAll(more);
        return ContentSnapshot.of(files);
    }

    /** Five conditions on a variable that is given, one after the other. */
    static Map<String, String> control() {
        return Map.of("playbooks/control-0.json", playbook("control-0", number -> {
            ObjectNode step = Json.object()
                    .put("type", "if-condition")
                    .put("name", "look " + number)
                    .put("condition", "__subject__:value != 'step " + number + "'")
                    .put("on_true", END);
            return step;
        }));
    }

    /** Five actions, each of a kind of its own, in as many playbooks as so many runs need. */
    static Map<String, String> acting(int playbooks) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < playbooks; i++) {
            int number = i;
            files.put("playbooks/acting-" + i + ".json", playbook("acting-" + i, step -> action(kind(number, step))));
        }
        String kinds = kinds(playbooks).stream().map(kind -> '"' + kind + '"').collect(Collectors.joining(", "));
        files.put(
                "policies/bench.cedarschema",
                "action " + kinds
                        + " in [\"notify\"] appliesTo { principal: [Agent], resource: [Target], context: Situation };\n");
        return files;
    }

    /** Five actions that a person has to approve first. */
    static Map<String, String> asking() {
        return Map.of(
                "playbooks/asking.json",
                playbook("asking", step -> action(ASKING)),
                "policies/bench.cedarschema",
                "action \"" + ASKING
                        + "\" in [\"contain\"] appliesTo { principal: [Agent], resource: [Target], context: Situation };\n");
    }

    static List<String> kinds(int playbooks) {
        return IntStream.range(0, playbooks)
                .boxed()
                .flatMap(playbook -> IntStream.range(0, STEPS).mapToObj(step -> kind(playbook, step)))
                .toList();
    }

    static String playbookId(String name) {
        return id("playbook", name);
    }

    private static String kind(int playbook, int step) {
        return "notify.bench-" + playbook + "-" + step;
    }

    private static ObjectNode action(String kind) {
        ObjectNode step = Json.object().put("type", "action").put("name", kind).put("agent", AGENT);
        ObjectNode command = step.putArray("commands").addObject();
        command.put("type", "x-acso-action")
                .put("command", kind)
                .put("target", "somebody")
                .put("target_type", "bench:person")
                .put("scope", "bench");
        command.putObject("arguments").put("subject", "__subject__:value");
        return step;
    }

    private interface StepOf {
        ObjectNode make(int number);
    }

    private static String playbook(String name, StepOf make) {
        List<ObjectNode> made = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            made.add(make.make(i));
            ids.add(id(made.get(i).path("type").asString(), name + i));
        }
        ids.add(END);
        String start = id("start", name);
        ObjectNode playbook = Json.object()
                .put("type", "playbook")
                .put("spec_version", "cacao-2.0")
                .put("id", playbookId(name))
                .put("name", name)
                .put("created_by", id("identity", "bench"))
                .put("created", "2026-11-23T00:00:00.000Z")
                .put("modified", "2026-11-23T00:00:00.000Z")
                .put("workflow_start", start);
        playbook.putArray("playbook_types").add("mitigation");
        playbook.putObject("playbook_variables")
                .putObject("__subject__")
                .put("type", "string")
                .put("value", "none")
                .put("external", true);
        ObjectNode workflow = playbook.putObject("workflow");
        workflow.putObject(start).put("type", "start").put("on_completion", ids.getFirst());
        for (int i = 0; i < STEPS; i++) {
            workflow.set(ids.get(i), made.get(i).put("on_completion", ids.get(i + 1)));
        }
        workflow.putObject(END).put("type", "end");
        ObjectNode agent = playbook.putObject("agent_definitions").putObject(AGENT);
        agent.put("type", "security-category").put("name", "incident-response");
        agent.putArray("category").add("orchestrator");
        return Json.text(playbook);
    }

    private static String id(String type, String name) {
        return type + "--" + UUID.nameUUIDFromBytes((type + name).getBytes(StandardCharsets.UTF_8));
    }
}
