package io.acso.agent.threathunter;

import io.acso.core.intelligence.Indicator;
import io.acso.core.intelligence.IndicatorMatch;
import io.acso.domain.event.Event;
import io.acso.domain.finding.DetectionFinding;
import io.acso.domain.finding.Finding;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Severity;
import java.util.ArrayList;
import java.util.List;

/** What is found when a value of an event is an indicator: one finding, whoever and however many say so. */
final class IndicatorFinding {

    private static final int TITLE = 200;

    private IndicatorFinding() {}

    /**
     * The id is of value and event, so that another source for the same value does not find it anew.
     *
     * @param matches at least one, all of the same value
     */
    static Finding of(Event event, List<IndicatorMatch> matches, Digest content) {
        Indicator first = matches.getFirst().indicator();
        String rule = Digest.id("indicator", first.type().label(), first.value());
        List<String> events = List.of(event.id());
        return DetectionFinding.described(new Finding(
                Finding.idOf(rule, events),
                rule,
                title(first),
                severity(matches),
                event.time(),
                events,
                Bounds.matched(matched(matches)),
                Bounds.entities(event.entities()),
                List.of(),
                List.of(),
                content.hex(),
                ""));
    }

    private static String title(Indicator indicator) {
        String value = indicator.value();
        return "Known indicator: " + indicator.type().label() + " "
                + (value.length() <= TITLE ? value : value.substring(0, TITLE) + "…");
    }

    private static Severity severity(List<IndicatorMatch> matches) {
        return matches.stream().map(IndicatorMatch::severity).reduce(Severity.INFORMATIONAL, Severity::max);
    }

    private static List<MatchedField> matched(List<IndicatorMatch> matches) {
        List<MatchedField> fields = new ArrayList<>();
        IndicatorMatch first = matches.getFirst();
        fields.add(new MatchedField(first.field(), first.observed()));
        fields.add(new MatchedField("indicator", first.indicator().value()));
        for (IndicatorMatch match : matches) {
            Indicator indicator = match.indicator();
            String confidence = match.confidence() == null ? "" : ", confidence " + match.confidence();
            fields.add(new MatchedField(
                    "source", indicator.source() + " (" + indicator.id() + confidence + labels(indicator) + ")"));
        }
        return fields;
    }

    private static String labels(Indicator indicator) {
        return indicator.labels().isEmpty() ? "" : ", " + String.join(", ", indicator.labels());
    }
}
