package io.acso.core.detection.correlation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A correlation's match.
 *
 * @param plan its number among the plans
 * @param time when it was true: of the event that made it so, or of the end of the timespan; microseconds
 * @param number that satisfied
 * @param cut whether there was more than is named here
 * @param occurrences what made it, oldest first
 */
public record Fired(
        int plan, String id, String group, long time, double number, boolean cut, List<Occurred> occurrences) {

    private static final int MOST_EVENTS = 100;

    /**
     * One of the contributing events or matches.
     *
     * @param events behind it, when it is the match of another correlation
     */
    public record Occurred(long time, String id, long payload, List<String> events, List<List<String>> carried) {

        static Occurred of(Occurrence from) {
            Occurrence.Detail detail = from.detail();
            return new Occurred(
                    from.time(),
                    from.id(),
                    from.payload(),
                    detail == null ? List.of() : detail.events(),
                    detail == null ? List.of() : detail.carried());
        }
    }

    public Fired {
        occurrences = List.copyOf(occurrences);
    }

    /** The values of the fields it was grouped by. */
    public List<String> groupValues() {
        return GroupKey.split(group);
    }

    /** The events behind it, oldest first; of very many the first and the last. */
    public List<String> events() {
        Set<String> all = new LinkedHashSet<>();
        occurrences.forEach(one -> {
            if (one.events().isEmpty()) {
                all.add(one.id());
            } else {
                all.addAll(one.events());
            }
        });
        List<String> ordered = List.copyOf(all);
        if (ordered.size() <= MOST_EVENTS) {
            return ordered;
        }
        List<String> ends = new ArrayList<>(ordered.subList(0, MOST_EVENTS / 2));
        ends.addAll(ordered.subList(ordered.size() - MOST_EVENTS / 2, ordered.size()));
        return ends;
    }

    /** The distinct values of a carried field. */
    List<String> carried(int field) {
        return occurrences.stream()
                .filter(one -> field < one.carried().size())
                .flatMap(one -> one.carried().get(field).stream())
                .distinct()
                .limit(Contribution.MOST)
                .toList();
    }
}
