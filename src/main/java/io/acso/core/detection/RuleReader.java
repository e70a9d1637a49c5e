package io.acso.core.detection;

import io.acso.core.detection.rule.DetectionReader;
import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.LogSources;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.syntax.YamlReader;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads rule files one after the other and then compiles what they hold, because a filter may name a rule of any file.
 * Keeps what could be used and what could not.
 */
final class RuleReader {

    private static final LogSource NO_LOG_SOURCE = LogSource.of(null, null, null);

    private final RuleForms forms;
    private final List<Found> found = new ArrayList<>();
    private final List<RuleFilter> filters = new ArrayList<>();
    private final List<CompiledRule> rules = new ArrayList<>();
    private final List<RuleFailure> failures = new ArrayList<>();
    private final List<Correlating> correlating = new ArrayList<>();
    private final CorrelationReader correlations = new CorrelationReader();
    private int usedFilters;
    private final Map<String, String> fileById = new HashMap<>();

    /**
     * @param index of its document within its file
     * @param names its id and its name, which filters refer to
     * @param ownId whether the document itself gives the id, and not the common part of a collection
     */
    private record Found(String path, int index, boolean ownId, Draft draft, Set<String> names) {}

    private record Correlating(Found rule, CorrelationSection section) {}

    RuleReader(Vocabulary vocabulary, RuleSources sources) {
        this.forms = new RuleForms(vocabulary, sources);
    }

    List<CompiledRule> rules() {
        return rules;
    }

    int filters() {
        return usedFilters;
    }

    List<RuleFailure> failures() {
        return failures;
    }

    void read(String path, String yaml) {
        try {
            List<YamlNode> documents = YamlReader.documents(yaml).stream()
                    .filter(document -> !isNothing(document))
                    .toList();
            if (documents.isEmpty()) {
                throw new InvalidRule(1, "there is no rule in this file: write one or remove the file");
            }
            RuleCollection collection = new RuleCollection();
            for (int i = 0; i < documents.size(); i++) {
                readDocument(path, i, documents.get(i), collection);
            }
        } catch (InvalidRule e) {
            fail(path, e);
        }
    }

    private void readDocument(String path, int index, YamlNode document, RuleCollection collection) {
        try {
            if (!(document instanceof Mapping mapping)) {
                throw new InvalidRule(document.line(), "a rule is a map with title, logsource and detection");
            }
            Mapping rule = collection.next(mapping);
            if (rule == null) {
                return;
            }
            if (rule.get("correlation") != null) {
                RuleHeader.requireTitle(rule);
                Draft draft = new Draft(rule, NO_LOG_SOURCE, rule.texts("fields"), List.of());
                correlating.add(new Correlating(
                        new Found(path, index, true, draft, names(rule)), CorrelationSection.read(rule)));
            } else if (rule.get(RuleFilter.KIND) != null) {
                filters.add(RuleFilter.read(path, rule));
            } else {
                found.add(new Found(path, index, mapping.get("id") != null, draft(rule), names(rule)));
            }
        } catch (InvalidRule e) {
            fail(path, e);
        }
    }

    private static Set<String> names(Mapping rule) {
        Set<String> names = new HashSet<>();
        for (String key : List.of("id", "name")) {
            String text = rule.text(key);
            if (text != null) {
                names.add(text);
            }
        }
        return names;
    }

    private static Draft draft(Mapping rule) {
        RuleHeader.requireTitle(rule);
        var logSource = LogSources.of(rule);
        if (!(rule.get("detection") instanceof Mapping detection)) {
            throw new InvalidRule(rule.line(), "a rule needs 'detection', a map of searches and a condition");
        }
        return new Draft(rule, logSource, rule.texts("fields"), List.of(DetectionReader.read(detection, Set.of())));
    }

    /** Everything that was read so far. */
    void compile() {
        filters.forEach(this::checkNames);
        found.forEach(this::compile);
        correlating.forEach(this::correlate);
    }

    /** The correlations of everything that was compiled; adds to the failures. */
    Correlations correlations() {
        return correlations.resolve(failures);
    }

    private void correlate(Correlating correlation) {
        Found rule = correlation.rule();
        try {
            String id = id(rule);
            claim(rule, id);
            correlations.correlation(
                    rule.draft().document(), RuleHeader.read(rule.draft(), id, rule.path()), correlation.section());
        } catch (InvalidRule e) {
            fail(rule.path(), e);
        }
    }

    private void compile(Found rule) {
        try {
            Draft draft = rule.draft();
            for (RuleFilter filter : filters) {
                if (filter.appliesTo(draft, rule.names())) {
                    draft = draft.and(filter.detection());
                }
            }
            String id = id(rule);
            List<CompiledRule> compiled = forms.of(draft, id, rule.path());
            claim(rule, id);
            rules.addAll(compiled);
            Draft filtered = draft;
            correlations.rule(rule.draft().document(), compiled, field -> forms.names(filtered, field));
        } catch (InvalidRule e) {
            fail(rule.path(), e);
        }
    }

    private void claim(Found rule, String id) {
        String other = fileById.putIfAbsent(id, rule.path());
        if (other != null) {
            throw new InvalidRule(
                    rule.draft().document().line(),
                    "the id " + id + " is taken by " + other + ": give one of them a new id");
        }
    }

    private String id(Found rule) {
        String written = rule.draft().document().text("id");
        String place = Integer.toString(rule.index());
        if (written == null) {
            return Digest.id("sigma", rule.path(), place);
        }
        boolean second = !rule.ownId() && fileById.containsKey(written);
        return second ? Digest.id("sigma", written, place) : written;
    }

    private void checkNames(RuleFilter filter) {
        Set<String> unknown = new HashSet<>(filter.rules());
        found.forEach(rule -> unknown.removeAll(rule.names()));
        if (unknown.isEmpty()) {
            usedFilters++;
        } else {
            fail(
                    filter.path(),
                    new InvalidRule(
                            filter.line(),
                            "there is no rule " + unknown.stream().sorted().toList()
                                    + ": give its id or name, and load it with this filter"));
        }
    }

    private void fail(String path, InvalidRule e) {
        failures.add(new RuleFailure(path, e.line(), e.getMessage()));
    }

    private static boolean isNothing(YamlNode document) {
        return document instanceof Scalar scalar && scalar.kind() == Kind.NULL;
    }
}
