package io.acso.edge.cli;

import io.acso.core.intelligence.Indicator;
import io.acso.core.intelligence.IndicatorMatch;
import io.acso.core.intelligence.IndicatorSet;
import io.acso.domain.kernel.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks values up among indicators. */
@Command(
        name = "lookup",
        description = "Says which indicators cover a value: an address, a network, a domain, a hash, a URL.",
        mixinStandardHelpOptions = true)
final class IntelLookupCommand extends Verb {

    @Mixin
    private IndicatorOption indicators = new IndicatorOption();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "What was valid then, as 2026-01-31T12:00:00Z; else now.")
    private @Nullable Instant at;

    @Option(names = "--stats", description = "Counts indicators and memory, on standard error.")
    private boolean stats;

    @Parameters(paramLabel = "VALUE", arity = "1..*", description = "Values, or - for lines of standard input.")
    private List<String> values = List.of();

    private record Seen(
            String id,
            String type,
            String value,
            String source,
            @Nullable Integer confidence,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            List<String> labels) {

        static Seen from(IndicatorMatch match) {
            Indicator indicator = match.indicator();
            return new Seen(
                    indicator.id(),
                    indicator.type().label(),
                    indicator.value(),
                    indicator.source(),
                    match.confidence(),
                    indicator.validFrom(),
                    indicator.validUntil(),
                    indicator.labels());
        }

        String described() {
            return type + " " + value + " (" + source + (confidence == null ? ")" : ", confidence " + confidence + ")");
        }
    }

    private record Line(String value, List<Seen> matches) {}

    @Override
    public Integer call() {
        if (!indicators.given()) {
            throw new WrongUsage("intel lookup needs --indicators FILE");
        }
        IndicatorSet set = indicators.load(this::note);
        Instant time = at == null ? InstantSource.system().instant() : at;
        for (String value : values) {
            if (value.equals("-")) {
                lines(set, time);
            } else {
                look(set, value, time);
            }
        }
        out().flush();
        if (stats) {
            note("%,d indicators in %,d MiB: %s".formatted(set.size(), set.bytes() >> 20, set.counts()));
        }
        return DONE;
    }

    private void lines(IndicatorSet set, Instant time) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(Path.of("-")), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    look(set, line.strip(), time);
                }
            }
        } catch (IOException e) {
            throw unreadable(Path.of("-"), e);
        }
    }

    private void look(IndicatorSet set, String value, Instant time) {
        List<Seen> seen = set.lookup(value, time).stream().map(Seen::from).toList();
        if (json()) {
            out().println(Json.text(new Line(value, seen)));
        } else {
            String found = seen.stream().map(Seen::described).collect(Collectors.joining(", "));
            out().println(value + "  " + (found.isEmpty() ? "no indicator" : found));
        }
    }
}
