package io.acso.core.playbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** That every reference leads to a step, every step is reached, once, and nothing runs in a circle. */
final class GraphCheck {

    private enum Mark {
        OPEN,
        CLOSED
    }

    private final Playbook playbook;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Mark> marks = new HashMap<>();
    private final Map<String, String> branchOf = new HashMap<>();

    GraphCheck(Playbook playbook) {
        this.playbook = playbook;
    }

    List<Problem> problems() {
        if (playbook.steps().values().stream().noneMatch(Step.End.class::isInstance)) {
            problems.add(new Problem("/workflow", "has no end step: add one and lead the last step to it"));
        }
        refer("/workflow_start", playbook.start());
        refer("/workflow_exception", playbook.exception());
        playbook.steps().values().forEach(this::references);
        if (problems.isEmpty()) {
            reach();
        }
        return problems;
    }

    private void references(Step step) {
        String pointer = pointer(step);
        exits(step).forEach((field, id) -> refer(pointer + field, id));
        step.branches().forEach((field, id) -> refer(pointer + field, id));
        if (step instanceof Step.ActionStep action) {
            parties(pointer, action);
        }
    }

    private void refer(String pointer, @Nullable String id) {
        if (id != null && !playbook.steps().containsKey(id)) {
            problems.add(new Problem(pointer, "there is no step " + id + ": add it to the workflow, or name another"));
        } else if (id != null && id.startsWith("start--") && !pointer.equals("/workflow_start")) {
            problems.add(new Problem(pointer, "leads back to the start: name the step to go on with"));
        }
    }

    private void parties(String pointer, Step.ActionStep action) {
        Party agent = playbook.agents().get(action.agent());
        if (agent == null) {
            problems.add(new Problem(
                    pointer + "/agent", "there is no agent " + action.agent() + ": add it to agent_definitions"));
        } else if (ours(action) && !Shapes.AGENT_NAME.matcher(agent.name()).matches()) {
            problems.add(new Problem(
                    pointer + "/agent",
                    "'" + agent.name() + "' is no agent's name: x-acso commands need one such as incident-response"));
        }
        for (int i = 0; i < action.targets().size(); i++) {
            String target = action.targets().get(i);
            if (!playbook.targets().containsKey(target)) {
                problems.add(new Problem(
                        pointer + "/targets/" + i, "there is no target " + target + ": add it to target_definitions"));
            }
        }
    }

    private static boolean ours(Step.ActionStep action) {
        return action.commands().stream()
                .anyMatch(command ->
                        command instanceof CommandData.AgentTask || command instanceof CommandData.GatedAction);
    }

    private void reach() {
        visit(playbook.start());
        if (playbook.exception() != null) {
            visit(playbook.exception());
        }
        new TreeSet<>(playbook.steps().keySet())
                .stream()
                        .filter(id -> !marks.containsKey(id))
                        .forEach(id -> problems.add(
                                new Problem("/workflow/" + id, "no step leads here: lead one to it, or remove it")));
        if (problems.isEmpty()) {
            share(playbook.start());
        }
    }

    private void visit(String id) {
        marks.put(id, Mark.OPEN);
        Step step = playbook.step(id);
        Map<String, String> next = exits(step);
        next.putAll(step.branches());
        next.forEach((field, to) -> {
            if (marks.get(to) == Mark.OPEN) {
                problems.add(new Problem(
                        pointer(step) + field, "runs in a circle back to " + to + ": only a while-condition repeats"));
            } else if (!marks.containsKey(to)) {
                visit(to);
            }
        });
        marks.put(id, Mark.CLOSED);
    }

    /** A step that two branches of one parallel step lead to, or a branch and what follows it, would run twice. */
    private void share(String first) {
        Deque<Map.Entry<String, String>> open = new ArrayDeque<>(List.of(Map.entry(first, "")));
        while (!open.isEmpty()) {
            Map.Entry<String, String> entry = open.pop();
            Step step = playbook.step(entry.getKey());
            String branch = entry.getValue();
            String other = branchOf.putIfAbsent(entry.getKey(), branch);
            if (other == null) {
                exits(step).values().forEach(id -> open.push(Map.entry(id, branch)));
                step.branches().forEach((field, id) -> open.push(Map.entry(id, branch(step, field))));
            } else if (!other.equals(branch) && !(step instanceof Step.End)) {
                problems.add(new Problem(
                        pointer(step),
                        "is led to from two branches that both run: give each its own step, or lead to it after them"));
            }
        }
    }

    private static String branch(Step step, String field) {
        return step.basics().id() + (step instanceof Step.ParallelStep ? field : "");
    }

    private static Map<String, String> exits(Step step) {
        Map<String, String> exits = new LinkedHashMap<>();
        Step.Basics basics = step.basics();
        put(exits, "/on_completion", basics.onCompletion());
        put(exits, "/on_success", basics.onSuccess());
        put(exits, "/on_failure", basics.onFailure());
        return exits;
    }

    private static void put(Map<String, String> exits, String field, @Nullable String id) {
        if (id != null) {
            exits.put(field, id);
        }
    }

    private static String pointer(Step step) {
        return "/workflow/" + step.basics().id();
    }
}
