package io.acso.core.detection;

import io.acso.core.detection.Explainer.Question;
import io.acso.core.detection.rule.Detection;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Modifiers;
import io.acso.core.detection.rule.Placeholders;
import io.acso.core.detection.rule.Search;
import io.acso.core.detection.syntax.Condition;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.domain.event.LogSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a rule apart into questions: a rule set of its own for each item. */
final class Questions {

    private static final Scope ANYTHING = new Scope(LogSource.of(null, null, null), List.of());

    private final SigmaRule rule;
    private final Placeholders placeholders;

    Questions(SigmaRule rule, Placeholders placeholders) {
        this.rule = rule;
        this.placeholders = placeholders;
    }

    /** All of the detections, as {@link DetectionCompiler} joins them. */
    Question of(List<Detection> detections) {
        return all(detections.stream()
                .map(this::detection)
                .filter(Objects::nonNull)
                .toList());
    }

    private @Nullable Question detection(Detection detection) {
        Map<String, Question> searches = new LinkedHashMap<>();
        detection.searches().forEach((name, search) -> {
            if (!search.isEmpty()) {
                Question question = search(search);
                searches.put(name, event -> new Reason.Search(name, question.of(event)));
            }
        });
        return condition(detection.condition(), searches);
    }

    private static @Nullable Question condition(Condition condition, Map<String, Question> searches) {
        return switch (condition) {
            case Condition.Or or -> joined(1, terms(or.terms(), searches));
            case Condition.And and -> joined(and.terms().size(), terms(and.terms(), searches));
            case Condition.Not not -> {
                Question term = condition(not.term(), searches);
                yield term == null ? null : event -> new Reason.Not(term.of(event));
            }
            case Condition.Name name -> searches.get(name.name());
            case Condition.Of of -> {
                var meant = of.names();
                List<Question> parts = new ArrayList<>();
                searches.forEach((name, question) -> {
                    if (meant.test(name)) {
                        parts.add(question);
                    }
                });
                yield joined(of.atLeast() == Condition.Of.ALL ? parts.size() : of.atLeast(), parts);
            }
        };
    }

    private static List<Question> terms(List<Condition> terms, Map<String, Question> searches) {
        return terms.stream()
                .map(term -> condition(term, searches))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Question joined(int atLeast, List<Question> parts) {
        if (parts.isEmpty()) {
            return null;
        }
        return atLeast >= parts.size() ? all(parts) : some(atLeast, parts);
    }

    private Question search(Search search) {
        return switch (search) {
            case Item item -> item(item);
            case Search.AllOf all -> all(all.parts().stream().map(this::search).toList());
            case Search.AnyOf any ->
                some(1, any.parts().stream().map(this::search).toList());
        };
    }

    private static Question all(List<Question> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : event -> new Reason.AllOf(
                        parts.stream().map(part -> part.of(event)).toList());
    }

    private static Question some(int atLeast, List<Question> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : event -> new Reason.SomeOf(
                        atLeast, parts.stream().map(part -> part.of(event)).toList());
    }

    private Question item(Item item) {
        RuleSet asked = ask(item);
        Scalar yes = new Scalar(item.line(), Kind.BOOLEAN, "true");
        RuleSet present = item.isKeywords()
                ? asked
                : ask(new Item(item.line(), item.field(), new Modifiers(List.of("exists")), List.of(yes)));
        return event -> check(item, asked.match(event), present, event);
    }

    private RuleSet ask(Item item) {
        Vocabulary vocabulary = new Vocabulary();
        Criterion criterion = new ItemCompiler(vocabulary, placeholders).compile(item);
        return RuleSet.of(new CompiledRule(rule, ANYTHING, criterion, Written.NOTHING), vocabulary);
    }

    private static Reason check(Item item, List<Match> matches, RuleSet present, EventView event) {
        return new Reason.Check(
                item.line(),
                item.field(),
                asWritten(item),
                expected(item, event),
                !matches.isEmpty(),
                presence(item, present, event),
                had(item, matches, event));
    }

    private static String asWritten(Item item) {
        String field = item.isKeywords() ? "keywords" : item.field();
        return item.modifiers().names().isEmpty()
                ? field
                : field + "|" + String.join("|", item.modifiers().names());
    }

    private static List<String> expected(Item item, EventView event) {
        return item.values().stream()
                .map(value -> {
                    String text = value.kind() == Kind.NULL ? "null" : value.text();
                    return item.refersToFields() ? text + " (here " + event.values(text) + ")" : text;
                })
                .toList();
    }

    private static Reason.Presence presence(Item item, RuleSet present, EventView event) {
        if (item.isKeywords()) {
            return Reason.Presence.ANYWHERE;
        }
        if (!event.values(item.field()).isEmpty()) {
            return Reason.Presence.VALUE;
        }
        return present.match(event).isEmpty() ? Reason.Presence.ABSENT : Reason.Presence.NULL;
    }

    private static List<String> had(Item item, List<Match> matches, EventView event) {
        return item.isKeywords()
                ? matches.stream()
                        .flatMap(match -> match.matched().stream())
                        .map(field -> field.value())
                        .toList()
                : event.values(item.field());
    }
}
