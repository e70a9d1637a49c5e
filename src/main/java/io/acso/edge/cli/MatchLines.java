package io.acso.edge.cli;

import static java.util.stream.Collectors.joining;

import io.acso.core.detection.CorrelationMatch;
import io.acso.core.detection.Correlations;
import io.acso.core.detection.Match;
import io.acso.core.intelligence.Indicator;
import io.acso.core.intelligence.IndicatorMatch;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.edge.cli.CorrelatedFiles.Place;
import io.acso.edge.cli.CorrelatedFiles.Placed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line of JSON for each match of a rule, a correlation or an indicator, or a few lines for people. */
final class MatchLines extends EventReport<Detected> {

    private static final int SHOWN = 8;

    private final boolean json;
    private final @Nullable CorrelatedFiles correlated;
    private long count;

    private record Line(
            String ruleId, String title, String level, String file, long event, List<MatchedField> matched) {}

    private record IndicatorLine(
            String indicator,
            String type,
            String value,
            String observed,
            String field,
            String source,
            @Nullable Integer confidence,
            String level,
            String file,
            long event) {}

    /** @param file and event: where the newest event stands */
    private record CorrelationLine(
            String ruleId,
            String title,
            String level,
            @Nullable String file,
            @Nullable Long event,
            String type,
            List<MatchedField> group,
            BigDecimal number,
            Instant first,
            Instant last,
            int contributions,
            boolean complete,
            List<Place> events) {}

    MatchLines(Verb verb, boolean json, Correlations correlations) {
        super(verb);
        this.json = json;
        this.correlated = correlations.rules().isEmpty() ? null : new CorrelatedFiles(correlations);
    }

    long count() {
        return count;
    }

    @Override
    public void found(String input, long event, Detected detected) {
        detected.alone().forEach(match -> write(input, event, match));
        detected.indicators().forEach(match -> write(input, event, match));
        if (correlated != null) {
            correlated.take(input, event, detected).forEach(this::write);
        }
    }

    @Override
    public void ended() {
        if (correlated != null) {
            correlated.finish().forEach(this::write);
            flush();
            correlated.leftOut().forEach(this::note);
        }
    }

    private void write(String input, long event, Match match) {
        String level = level(match.rule().level());
        if (json) {
            write(new Line(match.rule().id(), match.rule().title(), level, input, event, match.matched()));
        } else {
            show(level + "  " + match.rule().title() + "  " + input + " event " + event, match.matched());
        }
    }

    private void write(String input, long event, IndicatorMatch match) {
        Indicator known = match.indicator();
        String type = known.type().label();
        String level = level(match.severity());
        if (json) {
            write(new IndicatorLine(
                    known.id(),
                    type,
                    known.value(),
                    match.observed(),
                    match.field(),
                    known.source(),
                    match.confidence(),
                    level,
                    input,
                    event));
        } else {
            show(
                    level + "  " + type + " " + known.value() + " (" + known.source() + ")  " + input + " event "
                            + event,
                    List.of(new MatchedField(match.field(), match.observed())));
        }
    }

    private void write(Placed placed) {
        CorrelationMatch match = placed.match();
        List<Place> places = placed.places();
        String level = level(match.rule().level());
        String title = match.rule().about().title();
        BigDecimal number = new BigDecimal(Double.toString(match.number())).stripTrailingZeros();
        if (json) {
            write(new CorrelationLine(
                    match.rule().id(),
                    title,
                    level,
                    places.isEmpty() ? null : places.getLast().file(),
                    places.isEmpty() ? null : places.getLast().event(),
                    match.rule().type(),
                    match.group(),
                    number.scale() < 0 ? number.setScale(0) : number,
                    match.first(),
                    match.last(),
                    match.contributions(),
                    match.complete(),
                    places));
        } else {
            show(
                    level + "  " + title + "  " + match.rule().type() + " " + number.toPlainString() + " from "
                            + match.first() + " to " + match.last(),
                    match.group());
            line("      " + text(places));
        }
    }

    private void write(Object document) {
        count++;
        line(Json.text(document));
    }

    private void show(String headline, List<MatchedField> fields) {
        count++;
        line(headline);
        fields.forEach(field -> line("      " + field.field() + " = " + field.value()));
    }

    private static String text(List<Place> places) {
        return places.stream()
                        .limit(SHOWN)
                        .map(place -> place.file() + " event " + place.event())
                        .collect(joining(", "))
                + (places.size() > SHOWN ? " and " + (places.size() - SHOWN) + " more" : "");
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
