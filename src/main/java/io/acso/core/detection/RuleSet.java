package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiled rules. Immutable, and safe for any number of threads.
 *
 * <p>An event is shown to the rules whose log source fits it: each part that a rule names (category, product, service)
 * must be the event's; a part that it does not name may be anything.
 */
public final class RuleSet {

    private final List<CompiledRule> compiled;
    private final List<SigmaRule> rules;
    private final List<RuleFailure> failures;
    private final Correlations correlations;
    private final int sharedCriteria;
    private final int fields;
    private final Map<LogSource, List<CompiledRule>> routes = new ConcurrentHashMap<>();

    private RuleSet(RuleReader reader, Vocabulary vocabulary) {
        this.correlations = reader.correlations();
        List<CompiledRule> compiled = reader.rules();
        this.compiled = List.copyOf(compiled);
        this.rules = compiled.stream().map(CompiledRule::rule).toList();
        this.failures = List.copyOf(reader.failures());
        this.sharedCriteria = vocabulary.criteria();
        this.fields = vocabulary.fields();
    }

    /** Compiles without placeholder values: rules that use {@code expand} fail. */
    public static RuleSet compile(Map<String, String> files) {
        return compile(files, Map.of());
    }

    /**
     * Compiles the rules of all files; what cannot be used is among the {@link #failures()} and the rest goes on.
     *
     * @param files path to YAML, one document or more each
     * @param placeholders values for {@code expand}, by name without the percent signs
     */
    public static RuleSet compile(Map<String, String> files, Map<String, List<String>> placeholders) {
        Vocabulary vocabulary = new Vocabulary();
        RuleReader reader = new RuleReader(vocabulary, placeholders);
        files.forEach(reader::read);
        return new RuleSet(reader, vocabulary);
    }

    public List<SigmaRule> rules() {
        return rules;
    }

    /** The correlation rules; a {@link Correlator} evaluates them on what {@link #match} gives. */
    public Correlations correlations() {
        return correlations;
    }

    public List<RuleFailure> failures() {
        return failures;
    }

    /**
     * The rules that fit the event, in the order in which they were read; among them those that only correlations
     * look at (see {@link Correlations#standsAlone}).
     */
    public List<Match> match(EventView event) {
        List<CompiledRule> fitting = routes.computeIfAbsent(event.logSource(), this::fitting);
        if (fitting.isEmpty()) {
            return List.of();
        }
        Reading reading = new Reading(event, fields, sharedCriteria);
        List<Match> matches = new ArrayList<>();
        for (CompiledRule candidate : fitting) {
            if (candidate.criterion().holds(reading)) {
                matches.add(candidate.explain(reading));
            }
        }
        return matches;
    }

    private List<CompiledRule> fitting(LogSource source) {
        return compiled.stream().filter(rule -> rule.fits(source)).toList();
    }
}
