package io.acso.core.playbook;

import io.acso.domain.kernel.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which incidents a playbook is for (our extension property {@code fits}).
 *
 * @param minimumSeverity the incident's must be at least this
 * @param tactics ATT&amp;CK tactics such as {@code impact}, of which one must be seen; empty for any
 * @param needsVariables bare names of the variables that must all be filled
 * @param needsOneOf of these at least one must be filled; empty asks for nothing
 * @param priority of several that fit, the one with the highest is chosen
 */
public record Fit(
        Severity minimumSeverity,
        List<String> tactics,
        List<String> needsVariables,
        List<String> needsOneOf,
        int priority) {

    public Fit {
        tactics = List.copyOf(tactics);
        needsVariables = List.copyOf(needsVariables);
        needsOneOf = List.copyOf(needsOneOf);
    }

    /** Why it is not for such an incident; empty when it is. */
    public List<String> objections(Severity severity, Set<String> seenTactics, Map<String, Value> variables) {
        List<String> objections = new ArrayList<>();
        if (!severity.atLeast(minimumSeverity)) {
            objections.add("severity " + severity + " is below " + minimumSeverity);
        }
        if (!tactics.isEmpty() && tactics.stream().noneMatch(seenTactics::contains)) {
            objections.add("none of the tactics " + tactics + " was seen");
        }
        needsVariables.stream()
                .filter(name -> !filled(name, variables))
                .forEach(name -> objections.add("there are no " + name));
        if (!needsOneOf.isEmpty() && needsOneOf.stream().noneMatch(name -> filled(name, variables))) {
            objections.add("there are none of " + String.join(", ", needsOneOf));
        }
        return objections;
    }

    private static boolean filled(String name, Map<String, Value> variables) {
        return variables.getOrDefault(name, Value.UNKNOWN).filled();
    }
}
