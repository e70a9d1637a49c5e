package io.acso.core.detection.rule;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A search as its author wrote it: items joined by maps (and) and lists (or). */
public sealed interface Search permits Item, Search.AllOf, Search.AnyOf {

    record AllOf(List<Search> parts) implements Search {}

    record AnyOf(List<Search> parts) implements Search {}

    /** The items, from left to right. */
    default Stream<Item> items() {
        return switch (this) {
            case Item item -> Stream.of(item);
            case AllOf all -> all.parts().stream().flatMap(Search::items);
            case AnyOf any -> any.parts().stream().flatMap(Search::items);
        };
    }

    /**
     * This search with each item replaced.
     *
     * @param change gives nothing for an item to be left out
     * @return empty lists where nothing is left
     */
    default Search map(Function<Item, List<? extends Search>> change) {
        return switch (this) {
            case Item item -> all(change.apply(item));
            case AllOf all -> all(mapped(all.parts(), change));
            case AnyOf any -> any(mapped(any.parts(), change));
        };
    }

    /** Whether dropped items left nothing to ask. */
    default boolean isEmpty() {
        return this instanceof AllOf all && all.parts().isEmpty();
    }

    static Search all(List<? extends Search> parts) {
        return parts.size() == 1 ? parts.getFirst() : new AllOf(List.copyOf(parts));
    }

    /** An alternative that asks nothing is no alternative: it is left out. */
    static Search any(List<? extends Search> parts) {
        if (parts.isEmpty()) {
            return new AllOf(List.of());
        }
        return parts.size() == 1 ? parts.getFirst() : new AnyOf(List.copyOf(parts));
    }

    private static List<Search> mapped(List<Search> parts, Function<Item, List<? extends Search>> change) {
        return parts.stream()
                .map(part -> part.map(change))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
