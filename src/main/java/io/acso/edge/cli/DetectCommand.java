package io.acso.edge.cli;

import io.acso.core.detection.EventView;
import io.acso.core.detection.Match;
import io.acso.core.detection.RuleSet;
import io.acso.domain.event.Event;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Json;
import io.acso.edge.ingest.RecordReader;
import io.acso.edge.ingest.RecordReader.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Matches rules against events in files. */
@Command(
        name = "detect",
        description = {
            "Matches Sigma rules against events: CloudTrail, GuardDuty, Windows and Sysmon as JSON, syslog;",
            "plain, gzip or zstd. The log source is found by content."
        },
        mixinStandardHelpOptions = true)
final class DetectCommand extends Verb {

    private static final int SHOWN = 5;

    @Option(names = "--rules", paramLabel = "DIR", required = true, description = "Rules; may be given again.")
    private List<Path> rules = List.of();

    @Mixin
    private PipelineOptions pipelines = new PipelineOptions();

    @Option(names = "--stats", description = "Counts events, matches and time, on standard error.")
    private boolean stats;

    @Parameters(paramLabel = "EVENTS", arity = "1..*", description = "Files with events, or - for standard input.")
    private List<Path> files = List.of();

    private long events;
    private long matches;
    private long unreadable;

    private record Line(
            String ruleId, String title, String level, String file, long event, List<MatchedField> matched) {}

    @Override
    public Integer call() {
        RuleSet set = RulesCommand.load(rules, pipelines, this::note);
        set.failures().forEach(failure -> note("not loaded: " + RulesCommand.describe(failure)));
        long start = System.nanoTime();
        for (Path file : files) {
            try (InputStream in = open(file)) {
                detect(set, file, in);
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        out().flush();
        if (unreadable > 0) {
            note(unreadable + " records are of no known format and were passed over");
        }
        if (stats) {
            double seconds = (System.nanoTime() - start) / 1e9;
            note("%d rules, %d events, %d matches, %.2f s, %.0f events/s"
                    .formatted(set.rules().size(), events, matches, seconds, events / seconds));
        }
        return DONE;
    }

    private void detect(RuleSet set, Path file, InputStream in) {
        RecordReader reader = new RecordReader(in, InstantSource.system());
        for (Found found = reader.next(); found != null; found = reader.next()) {
            events++;
            switch (found) {
                case Found.Readable readable -> match(set, file, readable);
                case Found.Unreadable bad -> passOver(file, bad);
            }
        }
        if (reader.cutShort() != null) {
            out().flush();
            throw new BadInput(file + ": the rest could not be read after record " + events + ": " + reader.cutShort());
        }
    }

    private void match(RuleSet set, Path file, Found.Readable readable) {
        Event event = readable.event();
        for (Match match : set.match(EventView.of(event.logSource(), event.raw()))) {
            matches++;
            write(new Line(
                    match.rule().id(),
                    match.rule().title(),
                    match.rule().level().name().toLowerCase(Locale.ROOT),
                    file.toString(),
                    readable.index(),
                    match.matched()));
        }
    }

    private void write(Line line) {
        if (json() || !terminal().present()) {
            out().println(Json.text(line));
        } else {
            out().println(line.level() + "  " + line.title() + "  " + line.file() + " event " + line.event());
            line.matched().forEach(matched -> out().println("      " + matched.field() + " = " + matched.value()));
        }
    }

    private void passOver(Path file, Found.Unreadable bad) {
        unreadable++;
        if (unreadable <= SHOWN) {
            note(file + ":" + bad.line() + ": " + bad.reason());
        }
    }
}
