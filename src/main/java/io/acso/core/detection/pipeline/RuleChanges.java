package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.DetectionReader;
import io.acso.core.detection.rule.LogSources;
import io.acso.core.detection.rule.Search;
import io.acso.core.detection.syntax.Condition;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.domain.event.LogSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Transformations of a rule as a whole, and those that refuse it. */
final class RuleChanges {

    /** What decides about matches and severity is not for a pipeline to overwrite. */
    private static final Set<String> SIGMA = Set.of("title", "id", "level", "logsource", "detection", "status", "tags");

    private RuleChanges() {}

    static Transformation dropItem(Parameters parameters) {
        return (draft, stage) -> stage.change(draft, item -> List.of());
    }

    static Transformation addCondition(Parameters parameters) {
        Mapping conditions = parameters.requiredMap("conditions");
        String name = parameters.text("name");
        boolean template = parameters.flag("template");
        boolean negated = parameters.flag("negated");
        Search plain = DetectionReader.search("conditions", conditions);
        return (draft, stage) -> {
            Search search =
                    template ? DetectionReader.search("conditions", filled(conditions, draft.logSource())) : plain;
            String given = name == null ? stage.run().freshName() : name;
            Condition named = new Condition.Name(given);
            Condition added = negated ? new Condition.Not(named) : named;
            return draft.withOwn(own -> own.with(given, search, new Condition.And(List.of(added, own.condition()))));
        };
    }

    private static Mapping filled(Mapping conditions, LogSource source) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        conditions.entries().forEach((key, value) -> entries.put(key, filled(value, source)));
        return new Mapping(conditions.line(), entries);
    }

    private static YamlNode filled(YamlNode node, LogSource source) {
        return switch (node) {
            case Scalar scalar -> new Scalar(scalar.line(), scalar.kind(), filled(scalar.text(), source));
            case YamlNode.Sequence sequence ->
                new YamlNode.Sequence(
                        sequence.line(),
                        sequence.items().stream()
                                .map(item -> filled(item, source))
                                .toList());
            case Mapping mapping -> filled(mapping, source);
        };
    }

    private static String filled(String text, LogSource source) {
        return put(
                put(put(text, "category", source.category()), "product", source.product()),
                "service",
                source.service());
    }

    private static String put(String text, String name, @Nullable String value) {
        String given = value == null ? "" : value;
        return text.replace("${" + name + "}", given).replace("$" + name, given);
    }

    static Transformation changeLogSource(Parameters parameters) {
        List.of("category", "product", "service").forEach(parameters::text);
        LogSource source = LogSources.parts(parameters.mapping());
        return (draft, stage) -> draft.withLogSource(source);
    }

    static Transformation addField(Parameters parameters) {
        List<String> fields = parameters.requiredTexts("field");
        return (draft, stage) -> draft.withFields(
                Stream.concat(draft.fields().stream(), fields.stream()).toList());
    }

    static Transformation removeField(Parameters parameters) {
        List<String> fields = parameters.requiredTexts("field");
        return (draft, stage) -> draft.withFields(
                draft.fields().stream().filter(field -> !fields.contains(field)).toList());
    }

    static Transformation setField(Parameters parameters) {
        List<String> fields = parameters.texts("fields");
        return (draft, stage) -> draft.withFields(fields);
    }

    static Transformation setState(Parameters parameters) {
        String key = parameters.required("key");
        Scalar value = parameters.scalar("val");
        return (draft, stage) -> {
            stage.run().state().put(key, value);
            return draft;
        };
    }

    static Transformation setAttribute(Parameters parameters) {
        String attribute = parameters.required("attribute");
        YamlNode value = parameters.node("value");
        if (value == null || SIGMA.contains(attribute)) {
            throw parameters.wrong("sets an attribute of your own to a 'value'; " + new TreeSet<>(SIGMA) + " stay");
        }
        return (draft, stage) -> draft.withAttribute(attribute, value);
    }

    static Transformation failRule(Parameters parameters) {
        String message = parameters.required("message");
        return (draft, stage) -> {
            throw new InvalidRule(draft.document().line(), "refused by a pipeline: " + message);
        };
    }

    static Transformation failItem(Parameters parameters) {
        String message = parameters.required("message");
        return (draft, stage) -> stage.change(draft, item -> {
            throw new InvalidRule(item.line(), "refused by a pipeline: " + message);
        });
    }

    static Transformation failUnmapped(Parameters parameters) {
        return (draft, stage) -> {
            Set<String> unmapped = new TreeSet<>();
            draft.items()
                    .filter(item -> !item.isKeywords() && !stage.run().isMapped(item.field()))
                    .forEach(item -> unmapped.add(item.field()));
            if (!unmapped.isEmpty()) {
                throw new InvalidRule(
                        draft.document().line(), "refused by a pipeline: it has no mapping for " + unmapped);
            }
            return draft;
        };
    }
}
