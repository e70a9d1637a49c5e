package io.acso.edge.tuning;

import io.acso.domain.event.LogSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What events of a log source are usually like, by the first of them. */
final class Background {

    private static final int ENOUGH = 2000;
    private static final int TELLING = 5;

    private final Map<LogSource, Map<Trait, Integer>> counts = new HashMap<>();
    private final Map<LogSource, Integer> events = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    void add(LogSource source, Set<Trait> traits) {
        if (events.merge(source, 1, Integer::sum) <= ENOUGH) {
            Map<Trait, Integer> known = counts.computeIfAbsent(source, absent -> new HashMap<>());
            traits.forEach(trait -> {
                known.merge(trait, 1, Integer::sum);
                Set<String> seen = values.computeIfAbsent(trait.field(), absent -> new HashSet<>());
                if (seen.size() < TELLING) {
                    seen.add(trait.value());
                }
            });
        }
    }

    /** Whether a field has many values, so that one of them says who or where, and not merely of what kind. */
    boolean telling(String field) {
        return values.getOrDefault(field, Set.of()).size() >= TELLING;
    }

    /** The share of events of these log sources that have the trait, from 0 to 1. */
    double share(Collection<LogSource> sources, Trait trait) {
        int all = 0;
        int having = 0;
        for (LogSource source : sources) {
            all += Math.min(ENOUGH, events.getOrDefault(source, 0));
            having += counts.getOrDefault(source, Map.of()).getOrDefault(trait, 0);
        }
        return all == 0 ? 0 : (double) having / all;
    }
}
