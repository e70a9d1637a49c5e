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
    private final int fields;
    private final Map<LogSource, Program> routes = new ConcurrentHashMap<>();

    private RuleSet(List<CompiledRule> compiled, List<RuleFailure> failures, Vocabulary vocabulary) {
        this.compiled = List.copyOf(compiled);
        this.rules = compiled.stream().map(CompiledRule::rule).distinct().toList();
        this.failures = List.copyOf(failures);
        this.fields = vocabulary.fields();
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
        return new RuleSet(reader.rules(), reader.failures(), vocabulary);
    }

    public List<SigmaRule> rules() {
        return rules;
    }

    public List<RuleFailure> failures() {
        return failures;
    }

    /**
     * The rules that fit the event, in the order in which they were read.
     *
     * @throws JacksonException when the event is not JSON, or nested deeper than {@link Json#MAX_DEPTH}
     */
    public List<Match> match(EventView event) {
        return routes.computeIfAbsent(event.logSource(), this::compiledFor).match(event);
    }

    private Program compiledFor(LogSource source) {
        List<CompiledRule> fitting =
                compiled.stream().filter(rule -> rule.fits(source)).toList();
        return ProgramBuilder.build(fitting, fields);
    }
}
