package io.acso.edge.cli;

import io.acso.core.detection.RuleSet;
import io.acso.core.detection.RuleSources;
import io.acso.edge.backtest.Sweep;
import io.acso.edge.tuning.Labels;
import io.acso.edge.tuning.LakeEvents;
import io.acso.edge.tuning.RuleCompiler;
import io.acso.edge.tuning.Tuning;
import io.acso.edge.tuning.TuningReport;
import io.acso.platform.lake.Lake;
import io.acso.platform.lake.LakeFailure;
import io.acso.platform.lake.QueryRefused;
import io.acso.platform.lake.embedded.DuckDbLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks rules by what they find in past events, and proposes filters. */
@Command(
        name = "tune",
        description = {
            "Runs rules over past events, ranks them by what they find, and proposes Sigma filters for the noise.",
            "Each filter is tried on the same events; none removes a finding that is labelled true (tp)."
        },
        mixinStandardHelpOptions = true)
final class RulesTuneCommand extends Verb {

    @Option(names = "--rules", paramLabel = "DIR", required = true, description = "Rules; may be given again.")
    private List<Path> rules = List.of();

    @Mixin
    private PipelineOptions pipelines = new PipelineOptions();

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "Takes the events of a stopped platform's data directory instead of files.")
    private @Nullable Path lake;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "CSV or NDJSON with label (tp or fp), id or file and event, and ruleId if of one rule only.")
    private @Nullable Path labels;

    @Option(names = "--write", paramLabel = "DIR", description = "Writes each proposed filter to a file in here.")
    private @Nullable Path directory;

    @Option(names = "--top", paramLabel = "N", description = "For how many rules to seek filters.")
    private int top = 20;

    @Mixin
    private EventInputs inputs = new EventInputs();

    @Override
    public Integer call() {
        if ((lake == null) == inputs.files().isEmpty()) {
            throw new WrongUsage("give either files with events or --lake DIR");
        }
        if (inputs.files().contains(Path.of("-"))) {
            throw new WrongUsage("tune reads the events twice: put standard input into a file");
        }
        RuleCompiler compiler = new RuleCompiler(
                RulesCommand.files(rules),
                files -> RuleSet.compile(pipelines.applyTo(RuleSources.of(files), warning -> {})));
        Tuning tuning = new Tuning(compiler, labels(), InstantSource.system());
        tuning.rules().failures().forEach(failure -> note("not loaded: " + RulesCommand.describe(failure)));
        int correlations = tuning.rules().correlations().rules().size();
        if (correlations > 0) {
            note(correlations + " correlation rules are not ranked: they look at no single event, and neither are"
                    + " rules that find nothing but for them");
        }
        try {
            TuningReport report = lake == null ? tuning.run(inputs(), top) : overLake(tuning, lake);
            write(report);
            if (json()) {
                print(report);
            } else {
                new TuningText(out()).print(report);
            }
            return DONE;
        } catch (IllegalArgumentException | LakeFailure | QueryRefused e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    private Labels labels() {
        try {
            return labels == null ? Labels.none() : Labels.read(labels.toString(), read(labels));
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    private Tuning.Past inputs() {
        return new Tuning.Past() {
            @Override
            public <R> Sweep.Totals sweep(Sweep.Look<R> look, Sweep.Report<R> report) {
                return inputs.sweep(look, new Progress<>(RulesTuneCommand.this, report));
            }
        };
    }

    private TuningReport overLake(Tuning tuning, Path data) {
        Path place = Files.isDirectory(data.resolve("lake")) ? data.resolve("lake") : data;
        if (!Files.isDirectory(place) || Files.notExists(place.resolve("lake.lock"))) {
            throw new BadInput(data + ": there is no lake; name the data directory of a platform");
        }
        try (Lake opened = DuckDbLake.open(place, DuckDbLake.Settings.DEFAULT)) {
            LakeEvents events = new LakeEvents(opened);
            return tuning.run(
                    new Tuning.Past() {
                        @Override
                        public <R> Sweep.Totals sweep(Sweep.Look<R> look, Sweep.Report<R> report) {
                            Sweep<R> sweep =
                                    new Sweep<>(inputs.threads(), look, new Progress<>(RulesTuneCommand.this, report));
                            try (sweep) {
                                sweep.read("lake", events);
                            }
                            return sweep.totals();
                        }
                    },
                    top);
        }
    }

    private void write(TuningReport report) {
        if (directory == null) {
            return;
        }
        try {
            Files.createDirectories(directory);
            for (TuningReport.Rule rule : report.rules()) {
                for (TuningReport.Proposal filter : rule.filters()) {
                    Files.writeString(directory.resolve(filter.file()), filter.yaml());
                }
            }
        } catch (IOException e) {
            throw new BadInput(directory + ": filters cannot be written there: " + e.getMessage(), e);
        }
    }
}
