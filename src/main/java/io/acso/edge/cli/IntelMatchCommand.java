package io.acso.edge.cli;

import io.acso.core.intelligence.InvalidObservation;
import io.acso.core.intelligence.InvalidPattern;
import io.acso.core.intelligence.Observation;
import io.acso.core.intelligence.Observations;
import io.acso.core.intelligence.PatternAnswer;
import io.acso.core.intelligence.StixIndicator;
import io.acso.core.intelligence.StixIndicators;
import io.acso.core.intelligence.StixPattern;
import io.acso.domain.kernel.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Matches STIX patterns against observations in files. */
@Command(
        name = "match",
        description = {
            "Matches STIX patterns against observations. Patterns: one a line (# begins a comment), or indicators as a",
            "STIX bundle, an array, or one a line. Observations: observed-data of STIX 2.0 or 2.1 with their objects, as a",
            "bundle, an array, or one a line. Exit code 3 when a pattern cannot be read; the others are matched all the same."
        },
        mixinStandardHelpOptions = true)
final class IntelMatchCommand extends Verb {

    private static final Pattern JSON = Pattern.compile("\\s*(\\{|\\[\\s*[{\\]])");

    @Option(names = "--patterns", paramLabel = "FILE", required = true, description = "Patterns or indicators.")
    private Path patterns = Path.of("-");

    @Option(names = "--observations", paramLabel = "FILE", required = true, description = "Observations, or -.")
    private Path observations = Path.of("-");

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Uses the indicators that are valid at this time, as 2026-01-31T23:59:59Z; now without it.")
    private @Nullable Instant at;

    private int faulty;

    /**
     * A pattern of the file.
     *
     * @param name its identifier or text
     */
    private record Named(String name, @Nullable Integer line, StixPattern pattern) {}

    private record Line(String pattern, @Nullable Integer line, List<String> observations) {}

    @Override
    public Integer call() {
        if (patterns.toString().equals("-") && observations.toString().equals("-")) {
            throw new WrongUsage("only one of --patterns and --observations can be standard input");
        }
        String text = read(patterns);
        List<Named> named = JSON.matcher(text).lookingAt() ? indicators(text) : lines(text);
        Observations observed;
        try {
            observed = Observations.of(StixFiles.documents(observations, read(observations)));
        } catch (InvalidObservation e) {
            throw new BadInput(observations + ": " + e.getMessage(), e);
        }
        named.forEach(each -> match(each, observed));
        out().flush();
        if (faulty > 0) {
            throw new BadInput(patterns + ": " + faulty + " patterns could not be read and were not matched");
        }
        return DONE;
    }

    private void match(Named named, Observations observed) {
        switch (named.pattern().match(observed)) {
            case PatternAnswer.Matched matched -> write(named, matched.observations());
            case PatternAnswer.Undecided undecided ->
                note(named.name() + ": not decided: " + String.join("; ", undecided.reasons()));
            case PatternAnswer.Unmatched _ -> {}
        }
    }

    private void write(Named named, List<Observation> matched) {
        List<String> names = matched.stream().map(Observation::name).toList();
        out().println(
                        json()
                                ? Json.text(new Line(named.name(), named.line(), names))
                                : named.name() + "  " + String.join(" ", names));
    }

    private List<Named> indicators(String text) {
        StixIndicators read = StixIndicators.of(StixFiles.documents(patterns, text));
        for (StixIndicators.Unusable unusable : read.unusable()) {
            note(patterns + ": " + unusable.id() + ": not matched: " + unusable.reason());
            faulty += unusable.faulty() ? 1 : 0;
        }
        Instant time = at == null ? InstantSource.system().instant() : at;
        List<StixIndicator> valid =
                read.usable().stream().filter(each -> each.validAt(time)).toList();
        if (valid.size() < read.usable().size()) {
            note(patterns + ": " + (read.usable().size() - valid.size()) + " indicators are not valid at " + time);
        }
        return valid.stream()
                .map(each -> new Named(each.id(), null, each.pattern()))
                .toList();
    }

    private List<Named> lines(String text) {
        List<Named> named = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                named.add(new Named(line, i + 1, StixPattern.parse(line)));
            } catch (InvalidPattern e) {
                note(patterns + ":" + (i + 1) + ": " + e.getMessage());
                faulty++;
            }
        }
        return named;
    }
}
