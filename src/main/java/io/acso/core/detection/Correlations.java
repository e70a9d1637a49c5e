package io.acso.core.detection;

import io.acso.core.detection.correlation.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The correlation rules of a rule set. Immutable; a {@link Correlator} holds the state. */
public final class Correlations {

    private final List<CorrelationRule> rules;
    private final List<Plan> plans;
    private final Map<String, FieldNames> names;
    private final Set<String> referred;
    private final Set<String> silent;

    /**
     * @param rules and, at the same places, their plans; inner ones first
     * @param names of fields, by the id of the rule that was changed
     */
    Correlations(List<CorrelationRule> rules, List<Plan> plans, Map<String, FieldNames> names) {
        this.rules = List.copyOf(rules);
        this.plans = List.copyOf(plans);
        this.names = Map.copyOf(names);
        Set<String> mentioned = new HashSet<>();
        Set<String> generated = new HashSet<>();
        rules.forEach(rule -> (rule.generate() ? generated : mentioned).addAll(rule.rules()));
        mentioned.removeAll(generated);
        this.silent = Set.copyOf(mentioned);
        generated.addAll(mentioned);
        this.referred = Set.copyOf(generated);
    }

    /** A correlation comes after those that it refers to. */
    public List<CorrelationRule> rules() {
        return rules;
    }

    /**
     * Whether a match of this rule, or correlation, is a finding of its own. It is not when correlations refer to the
     * rule and none of them says {@code generate: true}.
     */
    public boolean standsAlone(String ruleId) {
        return !silent.contains(ruleId);
    }

    /** Of these matches, those that correlations look at. */
    public List<Match> lookedAt(List<Match> matches) {
        return matches.stream()
                .filter(match -> referred.contains(match.rule().id()))
                .toList();
    }

    /** Of these matches, those that are findings of their own. */
    public List<Match> standingAlone(List<Match> matches) {
        if (silent.isEmpty()) {
            return matches;
        }
        List<Match> alone = new ArrayList<>(matches);
        alone.removeIf(match -> !standsAlone(match.rule().id()));
        return alone;
    }

    /** What the event has in the field that the rule calls so. */
    List<String> values(EventView event, String rule, String field) {
        FieldNames renamed = names.get(rule);
        return renamed == null ? event.values(field) : renamed.values(event, field);
    }

    List<Plan> plans() {
        return plans;
    }
}
