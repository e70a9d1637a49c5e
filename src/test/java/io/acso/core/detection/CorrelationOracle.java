package io.acso.core.detection;

import io.acso.core.detection.Correlating.Happening;
import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What correlations mean, over all events sorted: written again as simply as possible, with no state, no stream and
 * nothing of the code under test.
 */
final class CorrelationOracle {

    static final Comparator<Happening> ORDER =
            Comparator.comparingLong(Happening::second).thenComparing(Happening::id);

    /**
     * One correlation of the base rules.
     *
     * @param rising whether it is judged at each event, looking back; else at the end of a timespan, looking forward
     */
    record Case(
            String name,
            String section,
            List<Integer> rules,
            int span,
            boolean byUser,
            boolean rising,
            Predicate<List<Happening>> holds) {}

    static final List<Case> CASES = List.of(
            count("least", "gte: 3", true, n -> n >= 3),
            count("exact", "eq: 3", false, n -> n == 3),
            count("few", "lte: 2", false, n -> n <= 2),
            count("range", "gt: 2, lt: 5", false, n -> n > 2 && n < 5),
            new Case(
                    "different",
                    "type: value_count, rules: [one, two], group-by: user, timespan: 20s, condition: {field: v, gte: 3}",
                    List.of(1, 2),
                    20,
                    true,
                    true,
                    events -> events.stream()
                                    .map(CorrelationOracle::value)
                                    .distinct()
                                    .count()
                            >= 3),
            new Case(
                    "sum",
                    "type: value_sum, rules: [two], timespan: 25s, condition: {field: v, gt: 5}",
                    List.of(2),
                    25,
                    false,
                    true,
                    events -> sum(events) > 5),
            new Case(
                    "average",
                    "type: value_avg, rules: [two, three], group-by: user, timespan: 15s, condition: {field: v, gt: 1.5}",
                    List.of(2, 3),
                    15,
                    true,
                    false,
                    events -> (double) sum(events) / events.size() > 1.5),
            new Case(
                    "median",
                    "type: value_median, rules: [one], group-by: user, timespan: 40s, condition: {field: v, lt: 1}",
                    List.of(1),
                    40,
                    true,
                    false,
                    events -> median(events) < 1),
            new Case(
                    "together",
                    "type: temporal, rules: [one, two, three], group-by: user, timespan: 10s",
                    List.of(1, 2, 3),
                    10,
                    true,
                    true,
                    events -> seen(events, 1) && seen(events, 2) && seen(events, 3)),
            new Case(
                    "unlike",
                    "type: temporal, rules: [one, two, three], group-by: user, timespan: 10s, condition: (one or two) and not three",
                    List.of(1, 2, 3),
                    10,
                    true,
                    false,
                    events -> (seen(events, 1) || seen(events, 2)) && !seen(events, 3)),
            new Case(
                    "order",
                    "type: temporal_ordered, rules: [three, one, two], group-by: user, timespan: 12s",
                    List.of(3, 1, 2),
                    12,
                    true,
                    true,
                    events -> sequence(events, List.of(3, 1, 2))));

    private CorrelationOracle() {}

    private static Case count(String name, String condition, boolean rising, java.util.function.IntPredicate holds) {
        return new Case(
                name,
                "type: event_count, rules: [one, three], group-by: user, timespan: 30s, condition: {" + condition + "}",
                List.of(1, 3),
                30,
                true,
                rising,
                events -> holds.test(events.size()));
    }

    /** In the form of {@link Correlating#say}, event ids sorted. */
    static List<String> matches(List<Happening> events) {
        List<String> found = new ArrayList<>();
        for (Case one : CASES) {
            Map<String, List<Happening>> groups = events.stream()
                    .filter(event -> one.rules().stream().anyMatch(rule -> fits(event, rule)))
                    .sorted(ORDER)
                    .collect(Collectors.groupingBy(
                            event -> one.byUser() ? field(event, "user").asString() : "",
                            TreeMap::new,
                            Collectors.toList()));
            groups.forEach(
                    (group, own) -> found.addAll(one.rising() ? looking(one, group, own) : ending(one, group, own)));
        }
        return found;
    }

    private static List<String> looking(Case one, String group, List<Happening> events) {
        List<String> found = new ArrayList<>();
        long quiet = Long.MIN_VALUE;
        for (int i = 0; i < events.size(); i++) {
            long now = events.get(i).second();
            List<Happening> window = events.subList(0, i + 1).stream()
                    .filter(event -> event.second() >= now - one.span())
                    .toList();
            if (now > quiet && one.holds().test(window)) {
                found.add(say(one, group, now, window));
                quiet = now + one.span();
            }
        }
        return found;
    }

    private static List<String> ending(Case one, String group, List<Happening> events) {
        List<String> found = new ArrayList<>();
        long used = Long.MIN_VALUE;
        int judged = 0;
        for (int i = 0; i < events.size(); i++) {
            long begin = events.get(i).second();
            List<Happening> window = events.subList(i, events.size()).stream()
                    .filter(event -> event.second() <= begin + one.span())
                    .toList();
            boolean more = i + window.size() > judged;
            if (begin > used && more) {
                judged = i + window.size();
                if (one.holds().test(window)) {
                    used = begin + one.span();
                    found.add(say(one, group, used, window));
                }
            }
        }
        return found;
    }

    private static String say(Case one, String group, long time, List<Happening> window) {
        return normal("%s %s @%d: %s"
                .formatted(
                        one.name(),
                        group,
                        time,
                        window.stream().map(Happening::id).collect(Collectors.joining(" "))));
    }

    /** The same with its events in the order of their names. */
    static String normal(String said) {
        int colon = said.indexOf(": ") + 2;
        String[] events = said.substring(colon).split(" ");
        Arrays.sort(events);
        return said.substring(0, colon) + String.join(" ", events);
    }

    private static boolean seen(List<Happening> events, int rule) {
        return events.stream().anyMatch(event -> fits(event, rule));
    }

    /** Of one time, an event stands where the first of its rules does. */
    private static boolean sequence(List<Happening> events, List<Integer> rules) {
        List<Happening> sorted = events.stream()
                .sorted(Comparator.comparingLong(Happening::second).thenComparing(event -> first(event, rules)))
                .toList();
        int next = 0;
        for (Happening event : sorted) {
            if (next < rules.size() && fits(event, rules.get(next))) {
                next++;
            }
        }
        return next == rules.size();
    }

    private static int first(Happening event, List<Integer> rules) {
        for (int i = 0; i < rules.size(); i++) {
            if (fits(event, rules.get(i))) {
                return i;
            }
        }
        return rules.size();
    }

    private static boolean fits(Happening event, int rule) {
        return event.rules().contains(Integer.toString(rule));
    }

    private static int value(Happening event) {
        return field(event, "v").asInt();
    }

    private static int sum(List<Happening> events) {
        return events.stream().mapToInt(CorrelationOracle::value).sum();
    }

    private static double median(List<Happening> events) {
        int[] values =
                events.stream().mapToInt(CorrelationOracle::value).sorted().toArray();
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
    }

    private static JsonNode field(Happening event, String name) {
        return Json.tree("{" + event.fields() + "}").path(name);
    }
}
