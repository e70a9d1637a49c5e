package io.acso.core.detection.oracle;

import io.acso.core.detection.oracle.ItemArbitraries.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import tools.jackson.databind.json.JsonMapper;

/** Rules, as YAML in its JSON form. */
final class RuleArbitraries {

    private static final List<String> NAMES = List.of("sel_a", "sel_b", "filter_c", "_d");

    private static final JsonMapper JSON = new JsonMapper();

    private RuleArbitraries() {}

    /** The text of a rule without its id, which {@link #numbered} adds. */
    static Arbitrary<Map<String, Object>> detections() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, search().map(search -> Map.of("sel_a", search, "condition", "sel_a"))),
                Tuple.of(
                        4,
                        Combinators.combine(search().list().ofSize(NAMES.size()), conditions())
                                .as(RuleArbitraries::detection)));
    }

    private static Map<String, Object> detection(List<Object> searches, Object condition) {
        Map<String, Object> detection = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            detection.put(NAMES.get(i), searches.get(i));
        }
        detection.put("condition", condition);
        return detection;
    }

    static String numbered(Map<String, Object> detection, int number) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("title", "Rule " + number);
        rule.put("id", "r" + number);
        rule.put("logsource", Map.of("category", "test"));
        rule.put("detection", detection);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rule);
    }

    private static Arbitrary<Object> search() {
        Arbitrary<Map<String, Object>> map = Arbitraries.frequencyOf(
                        Tuple.of(8, ItemArbitraries.items()), Tuple.of(1, ItemArbitraries.keywords()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(RuleArbitraries::map);
        return Arbitraries.frequencyOf(
                Tuple.of(8, map.map(one -> one)),
                Tuple.of(3, map.list().ofMinSize(1).ofMaxSize(3).map(list -> list)),
                Tuple.of(
                        2,
                        ItemArbitraries.keyword()
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4)
                                .map(list -> list)),
                Tuple.of(
                        1,
                        Combinators.combine(map, ItemArbitraries.keyword()).as((items, word) -> List.of(items, word))),
                Tuple.of(1, ItemArbitraries.keyword()));
    }

    private static Map<String, Object> map(List<Item> items) {
        Map<String, Object> map = new LinkedHashMap<>();
        items.forEach(item -> map.put(item.key(), item.value()));
        return map;
    }

    private static Arbitrary<Object> conditions() {
        Arbitrary<String> condition = condition(3);
        return Arbitraries.frequencyOf(
                Tuple.of(6, condition.map(one -> one)),
                Tuple.of(1, condition.list().ofMinSize(1).ofMaxSize(3).map(list -> list)));
    }

    private static Arbitrary<String> condition(int depth) {
        Arbitrary<String> atoms =
                Arbitraries.of(("sel_a~sel_b~filter_c~_d~1 of sel_*~all of sel_*~1 of them~all of them"
                                + "~2 of them~3 of them~any of *~1 of _*~1 of *_b~all of f*_c~2 of sel_*")
                        .split("~"));
        if (depth == 0) {
            return atoms;
        }
        Arbitrary<String> inner = condition(depth - 1);
        Arbitrary<String> joined = Combinators.combine(inner, Arbitraries.of(" and ", " or ", " and not "), inner)
                .as((left, operator, right) -> left + operator + right);
        return Arbitraries.frequencyOf(
                Tuple.of(2, atoms),
                Tuple.of(1, inner.map("not "::concat)),
                Tuple.of(1, inner.map(text -> "not (" + text + ")")),
                Tuple.of(1, inner.map(text -> "(" + text + ")")),
                Tuple.of(2, joined));
    }
}
