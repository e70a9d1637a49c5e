package io.acso.edge.cli;

import io.acso.core.detection.Match;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Json;
import java.util.List;
import java.util.Locale;

/** A line of JSON per match, or a few for people. */
final class MatchLines extends EventReport<List<Match>> {

    private final boolean json;
    private long count;

    private record Line(
            String ruleId, String title, String level, String file, long event, List<MatchedField> matched) {}

    MatchLines(Verb verb, boolean json) {
        super(verb);
        this.json = json;
    }

    long count() {
        return count;
    }

    @Override
    public void found(String input, long event, List<Match> matches) {
        for (Match match : matches) {
            count++;
            write(new Line(
                    match.rule().id(),
                    match.rule().title(),
                    match.rule().level().name().toLowerCase(Locale.ROOT),
                    input,
                    event,
                    match.matched()));
        }
    }

    private void write(Line line) {
        if (json) {
            line(Json.text(line));
        } else {
            line(line.level() + "  " + line.title() + "  " + line.file() + " event " + line.event());
            line.matched().forEach(matched -> line("      " + matched.field() + " = " + matched.value()));
        }
    }
}
