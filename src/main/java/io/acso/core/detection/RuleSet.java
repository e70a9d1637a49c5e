package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;

/**
 * Compiled rules. Immutable, and safe for any number of threads.
 *
 * <p>An event is shown to the rules whose log source fits it: each part that a rule names (category, product, service)
 * must be the event's; a part that it does not name may be anything. A rule that has another form for some of these
 * events meets them in that form, and matches once.
 */
public final class RuleSet {

    private final List<CompiledRule> compiled;
    private final List<SigmaRule> rules;
    private final List<RuleFailure> failures;
    private final Correlations correlations;
    private final int fields;
    private final int filters;
    private final Map<LogSource, Program> routes = new ConcurrentHashMap<>();

    private RuleSet(
            List<CompiledRule> compiled,
            Correlations correlations,
            List<RuleFailure> failures,
            int filters,
            Vocabulary vocabulary) {
        this.correlations = correlations;
        this.compiled = List.copyOf(compiled);
        this.rules = compiled.stream().map(CompiledRule::rule).distinct().toList();
        this.failures = List.copyOf(failures);
        this.fields = vocabulary.fields();
        this.filters = filters;
    }

    /** Compiles without placeholder values, so that rules that use {@code expand} fail; see {@link RuleSources#of}. */
    public static RuleSet compile(Map<String, String> files) {
        return compile(RuleSources.of(files));
    }

    /** @param placeholders values for {@code expand}, by name without the percent signs */
    public static RuleSet compile(Map<String, String> files, Map<String, List<String>> placeholders) {
        return compile(RuleSources.of(files).withPlaceholders(placeholders));
    }

    /**
     * Compiles the rules of all files, with the filters of all files and the pipelines applied; what cannot be used is
     * among the {@link #failures()} and the rest goes on.
     */
    public static RuleSet compile(RuleSources sources) {
        Vocabulary vocabulary = new Vocabulary();
        RuleReader reader = new RuleReader(vocabulary, sources);
        sources.files().forEach(reader::read);
        reader.compile();
        return new RuleSet(reader.rules(), reader.correlations(), reader.failures(), reader.filters(), vocabulary);
    }

    static RuleSet of(CompiledRule rule, Vocabulary vocabulary) {
        return new RuleSet(List.of(rule), new Correlations(List.of(), List.of(), Map.of()), List.of(), 0, vocabulary);
    }

    public List<SigmaRule> rules() {
        return rules;
    }

    /** The correlation rules; a {@link Correlator} evaluates them on what {@link #match} gives. */
    public Correlations correlations() {
        return correlations;
    }

    /** How many filters were read whose rules are all there. */
    public int filters() {
        return filters;
    }

    public List<RuleFailure> failures() {
        return failures;
    }

    /**
     * The rules that fit the event, in the order in which they were read; among them those that only correlations look
     * at (see {@link Correlations#standsAlone}).
     *
     * @throws JacksonException when the event is not JSON, or nested deeper than {@link Json#MAX_DEPTH}
     */
    public List<Match> match(EventView event) {
        return routes.computeIfAbsent(event.logSource(), this::compiledFor).match(event);
    }

    /** Gets ready for the log sources that another set has met, so that their next events need not wait. */
    public void prepareLike(RuleSet other) {
        other.routes.keySet().forEach(source -> routes.computeIfAbsent(source, this::compiledFor));
    }

    /**
     * Why a rule matches an event or not.
     *
     * @throws IllegalArgumentException when there is no rule of that id
     */
    public Explanation explain(EventView event, String ruleId) {
        return explainer(ruleId).explain(event);
    }

    /**
     * Explains one rule on as many events as one likes.
     *
     * @throws IllegalArgumentException when there is no rule of that id
     */
    public Explainer explainer(String ruleId) {
        List<CompiledRule> forms = compiled.stream()
                .filter(form -> form.rule().id().equals(ruleId))
                .toList();
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("there is no rule with the id " + ruleId);
        }
        return Explainer.of(forms);
    }

    /** The rules that are shown events of this log source. */
    public List<SigmaRule> meantFor(LogSource source) {
        return fitting(source).stream().map(CompiledRule::rule).toList();
    }

    private Program compiledFor(LogSource source) {
        return ProgramBuilder.build(fitting(source), fields);
    }

    private List<CompiledRule> fitting(LogSource source) {
        return compiled.stream().filter(rule -> rule.fits(source)).toList();
    }
}
