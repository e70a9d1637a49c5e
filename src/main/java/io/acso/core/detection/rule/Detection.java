package io.acso.core.detection.rule;

import io.acso.core.detection.syntax.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Named searches and the condition that joins them; a rule's own, or a filter's.
 *
 * @param line of the condition
 * @param searches in the order written
 */
public record Detection(int line, Map<String, Search> searches, Condition condition) {

    /** With each item replaced, as {@link Search#map} does. A search may be empty then. */
    public Detection map(Function<Item, List<? extends Search>> change) {
        Map<String, Search> changed = new LinkedHashMap<>();
        searches.forEach((name, search) -> changed.put(name, search.map(change)));
        return new Detection(line, changed, condition);
    }

    /** With one more search, and a condition made of the old one. */
    public Detection with(String name, Search search, Condition joined) {
        Map<String, Search> more = new LinkedHashMap<>(searches);
        more.put(name, search);
        return new Detection(line, more, joined);
    }
}
