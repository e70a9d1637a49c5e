package io.acso.edge.backtest;

import static java.util.stream.Collectors.joining;

import io.acso.core.detection.RuleSet;
import io.acso.core.detection.SigmaRule;
import io.acso.domain.event.LogSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rules are meant for which events, for people. */
public final class Routing {

    private static final int NEAREST = 3;

    private final RuleSet rules;

    public Routing(RuleSet rules) {
        this.rules = rules;
    }

    /** How many rules look at events of a log source. */
    public int fitting(LogSource events) {
        return rules.meantFor(events).size();
    }

    /** Whether some rule is meant for events of one of the log sources. */
    public boolean meets(Map<LogSource, Long> events) {
        return events.keySet().stream().anyMatch(source -> fitting(source) > 0);
    }

    /** Why no rule looked at any event, and which log sources come nearest. */
    public String whyNone(Map<LogSource, Long> events) {
        String had = events.entrySet().stream()
                .sorted(Map.Entry.<LogSource, Long>comparingByValue().reversed())
                .limit(NEAREST)
                .map(entry -> entry.getValue() + " of " + text(entry.getKey()))
                .collect(joining(", "));
        return "no rule is meant for these events, which are " + had + "; nearest are rules for " + nearest(events)
                + ": give rules for the events' log source, or change the rules' logsource";
    }

    private String nearest(Map<LogSource, Long> events) {
        Map<String, Long> counts = new TreeMap<>();
        rules.rules().forEach(rule -> counts.merge(text(rule.logSource()), 1L, Long::sum));
        return rules.rules().stream()
                .map(SigmaRule::logSource)
                .distinct()
                .sorted(Comparator.comparingInt((LogSource wanted) -> distance(wanted, events))
                        .thenComparing(Routing::text))
                .limit(NEAREST)
                .map(wanted -> text(wanted) + " (" + counts.get(text(wanted)) + ")")
                .collect(joining(", "));
    }

    private static int distance(LogSource wanted, Map<LogSource, Long> events) {
        return events.keySet().stream()
                .mapToInt(given -> apart(wanted, given))
                .min()
                .orElse(0);
    }

    /** Parts that are wanted and not given weigh most, the product before the rest. */
    private static int apart(LogSource wanted, LogSource given) {
        return (differs(wanted.product(), given.product()) ? 4 : 0)
                + (differs(wanted.category(), given.category()) ? 2 : 0)
                + (differs(wanted.service(), given.service()) ? 2 : 0);
    }

    private static boolean differs(@Nullable String wanted, @Nullable String given) {
        return wanted != null && !wanted.equalsIgnoreCase(given);
    }

    /** As Sigma writes it: {@code product: aws, service: cloudtrail}. */
    public static String text(LogSource source) {
        String parts = Stream.of(
                        part("category", source.category()),
                        part("product", source.product()),
                        part("service", source.service()))
                .filter(Objects::nonNull)
                .collect(joining(", "));
        return parts.isEmpty() ? "no log source" : parts;
    }

    private static @Nullable String part(String name, @Nullable String value) {
        return value == null ? null : name + ": " + value;
    }
}
