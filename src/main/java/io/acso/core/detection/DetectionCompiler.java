package io.acso.core.detection;

import io.acso.core.detection.rule.Detection;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Search;
import io.acso.core.detection.syntax.Condition;
import io.acso.core.detection.syntax.InvalidRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns searches and their condition into a criterion. A search that a pipeline emptied asks nothing: it is passed
 * over wherever the condition names it.
 */
final class DetectionCompiler {

    private final ItemCompiler items;

    DetectionCompiler(ItemCompiler items) {
        this.items = items;
    }

    /** All of the detections. */
    Criterion compile(List<Detection> detections) {
        return Criterion.all(detections.stream().map(this::compile).toList());
    }

    private Criterion compile(Detection detection) {
        Map<String, Search> asked = new LinkedHashMap<>(detection.searches());
        asked.values().removeIf(Search::isEmpty);
        Map<String, Criterion> searches = new LinkedHashMap<>();
        asked.forEach((name, search) -> searches.put(name, search(search)));
        Criterion criterion = new Joining(
                        detection, searches, detection.searches().size() > searches.size())
                .join(detection.condition());
        if (criterion == null) {
            throw new InvalidRule(detection.line(), "pipelines left nothing of this rule: drop fewer of its items");
        }
        return criterion;
    }

    private Criterion search(Search search) {
        return switch (search) {
            case Item item -> items.compile(item);
            case Search.AllOf all ->
                Criterion.all(all.parts().stream().map(this::search).toList());
            case Search.AnyOf any ->
                Criterion.any(any.parts().stream().map(this::search).toList());
        };
    }

    private record Joining(Detection detection, Map<String, Criterion> searches, boolean dropped) {

        @Nullable
        Criterion join(Condition condition) {
            return switch (condition) {
                case Condition.Or or -> {
                    List<Criterion> terms = terms(or.terms());
                    yield terms.isEmpty() ? null : Criterion.any(terms);
                }
                case Condition.And and -> {
                    List<Criterion> terms = terms(and.terms());
                    yield terms.isEmpty() ? null : Criterion.all(terms);
                }
                case Condition.Not not -> {
                    Criterion term = join(not.term());
                    yield term == null ? null : new Criterion.Not(term);
                }
                case Condition.Name name -> named(name.name());
                case Condition.Of of -> of(of);
            };
        }

        private List<Criterion> terms(List<Condition> terms) {
            return terms.stream().map(this::join).filter(Objects::nonNull).toList();
        }

        private @Nullable Criterion named(String name) {
            if (!detection.searches().containsKey(name)) {
                throw new InvalidRule(
                        detection.line(),
                        "the condition names '" + name + "', but the searches are "
                                + detection.searches().keySet());
            }
            return searches.get(name);
        }

        private @Nullable Criterion of(Condition.Of of) {
            var meant = of.names();
            List<Criterion> parts = searches.entrySet().stream()
                    .filter(search -> meant.test(search.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            if (parts.isEmpty() && dropped) {
                return null;
            }
            int needed = of.atLeast() == Condition.Of.ALL ? parts.size() : of.atLeast();
            if (parts.isEmpty() || needed > parts.size()) {
                throw new InvalidRule(
                        detection.line(),
                        "'of " + of.pattern() + "' means " + parts.size() + " searches of " + searches.keySet()
                                + ", which is too few");
            }
            return needed == parts.size() ? Criterion.all(parts) : new Criterion.SomeOf(needed, parts);
        }
    }
}
