package io.acso.edge.cli;

import io.acso.core.detection.EventView;
import io.acso.core.detection.Explainer;
import io.acso.core.detection.RuleSet;
import io.acso.core.intelligence.IndicatorSet;
import io.acso.edge.backtest.Routing;
import io.acso.edge.backtest.Sweep;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Matches rules and indicators against events in files. */
@Command(
        name = "detect",
        description = {
            "Matches Sigma rules and indicators against events: CloudTrail, GuardDuty, Windows and Sysmon as JSON,",
            "syslog; plain, gzip or zstd. The log source is found by content. Matches come in the order of the events,",
            "those of correlation rules at the end."
        },
        mixinStandardHelpOptions = true)
final class DetectCommand extends Verb {

    @Option(names = "--rules", paramLabel = "DIR", description = "Rules; may be given again.")
    private List<Path> rules = List.of();

    @Mixin
    private PipelineOptions pipelines = new PipelineOptions();

    @Mixin
    private IndicatorOption indicators = new IndicatorOption();

    @Option(names = "--stats", description = "Counts events, matches, time and log sources, on standard error.")
    private boolean stats;

    @Option(
            names = "--explain",
            paramLabel = "RULE",
            description = "Says of every event why this rule (id, title or file) matches it, or what it lacks first.")
    private @Nullable String explained;

    @Option(names = "--event", paramLabel = "N", description = "Explains only this event of each file, from 0.")
    private @Nullable Long event;

    @Mixin
    private EventInputs inputs = new EventInputs();

    @Override
    public Integer call() {
        if (rules.isEmpty() && (explained != null || !indicators.given())) {
            throw new WrongUsage(
                    explained == null ? "give --rules DIR, --indicators FILE, or both" : "--explain needs --rules DIR");
        }
        RuleSet set = rules.isEmpty() ? RuleSet.compile(Map.of()) : RulesCommand.load(rules, pipelines, this::note);
        set.failures().forEach(failure -> note("not loaded: " + RulesCommand.describe(failure)));
        if (explained != null) {
            return explain(set, explained);
        }
        if (event != null) {
            throw new WrongUsage("--event goes with --explain RULE");
        }
        IndicatorSet known = indicators.given() ? indicators.load(this::note) : IndicatorSet.EMPTY;
        MatchLines lines = new MatchLines(this, json() || !terminal().present(), set.correlations());
        Speed speed = new Speed();
        Sweep.Totals totals =
                inputs.sweep(new EventLook(set, known, InstantSource.system().instant()), lines);
        Routing routing = new Routing(set);
        if (!rules.isEmpty() && !totals.sources().isEmpty() && !routing.meets(totals.sources())) {
            note(routing.whyNone(totals.sources()));
        }
        if (stats) {
            say(set, known, lines.count() + " matches, " + speed.since(totals));
            totals.sources()
                    .forEach((source, count) -> note("  " + count + " events of " + Routing.text(source) + ": "
                            + routing.fitting(source) + " rules"));
        }
        return DONE;
    }

    private void say(RuleSet set, IndicatorSet known, String matches) {
        int correlations = set.correlations().rules().size();
        note(set.rules().size() + " rules, " + (correlations > 0 ? correlations + " correlations, " : "")
                + (indicators.given() ? known.size() + " indicators, " : "") + matches);
    }

    private int explain(RuleSet set, String named) {
        List<Explainer> explainers = RulesCommand.named(set, named).stream()
                .map(rule -> set.explainer(rule.id()))
                .toList();
        ExplanationLines lines =
                new ExplanationLines(this, json() || !terminal().present(), event);
        inputs.sweep(
                (source, json) -> {
                    EventView view = EventView.of(source, json);
                    return explainers.stream()
                            .map(explainer -> explainer.explain(view))
                            .toList();
                },
                lines);
        if (event != null && lines.count() == 0) {
            throw new BadInput("there is no readable event " + event + ": events are counted from 0 in each file");
        }
        return DONE;
    }
}
