package io.acso.agent.threathunter;

import io.acso.core.detection.EventView;
import io.acso.core.detection.Match;
import io.acso.core.detection.Pipeline;
import io.acso.core.detection.RuleSet;
import io.acso.core.detection.RuleSources;
import io.acso.core.detection.SigmaRule;
import io.acso.domain.event.Event;
import io.acso.domain.finding.DetectionFinding;
import io.acso.domain.finding.Finding;
import io.acso.domain.kernel.Digest;
import io.acso.platform.content.ContentSnapshot;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sigma rules of the content of the moment. */
final class SigmaDetection implements Detection {

    private static final System.Logger LOG = System.getLogger(SigmaDetection.class.getName());
    private static final String FOLDER = "rules/";
    private static final String PIPELINES = "pipelines/";

    private record Loaded(Digest content, RuleSet rules) {}

    private final Reloaded<Loaded> loaded;

    SigmaDetection(Supplier<ContentSnapshot> content) {
        this(content, reload -> Thread.ofPlatform().name("rule-reload").daemon().start(reload));
    }

    SigmaDetection(Supplier<ContentSnapshot> content, Executor beside) {
        this.loaded = new Reloaded<>(content, SigmaDetection::load, beside);
    }

    @Override
    public List<Finding> findings(Event event) {
        Loaded now = loaded.get();
        return now.rules().match(EventView.of(event.logSource(), event.raw())).stream()
                .map(match -> finding(event, match, now.content()))
                .toList();
    }

    /** A rule that does not compile is left out and said; the others work. Where none does, those before stay. */
    private static Loaded load(ContentSnapshot snapshot, @Nullable Loaded before) {
        RuleSet rules = RuleSet.compile(
                RuleSources.of(snapshot.below(FOLDER, ".yml", ".yaml")).withPipelines(pipelines(snapshot)));
        rules.failures()
                .forEach(failure -> LOG.log(
                        Level.WARNING,
                        "rule not loaded: " + failure.file() + ":" + failure.line() + ": " + failure.error()));
        if (before != null && rules.rules().isEmpty() && !rules.failures().isEmpty()) {
            LOG.log(Level.ERROR, "no rule of content " + snapshot.hash() + " can be used: those before stay");
            return before;
        }
        LOG.log(Level.INFO, rules.rules().size() + " rules loaded of content " + snapshot.hash());
        return new Loaded(snapshot.hash(), rules);
    }

    /** Those that were added to the content; the shipped ones wait to be asked for. */
    private static List<Pipeline> pipelines(ContentSnapshot snapshot) {
        List<Pipeline> pipelines = new ArrayList<>();
        snapshot.below(PIPELINES, ".yml", ".yaml").forEach((path, yaml) -> {
            if (!Pipeline.isShipped(path)) {
                try {
                    pipelines.add(Pipeline.read(path, yaml));
                } catch (Pipeline.Unreadable e) {
                    LOG.log(Level.WARNING, "pipeline not loaded: " + e.getMessage());
                }
            }
        });
        return pipelines;
    }

    private static Finding finding(Event event, Match match, Digest content) {
        SigmaRule rule = match.rule();
        List<String> events = List.of(event.id());
        return DetectionFinding.described(new Finding(
                Finding.idOf(rule.id(), events),
                rule.id(),
                rule.title(),
                rule.level(),
                event.time(),
                events,
                Bounds.matched(match.matched()),
                Bounds.entities(event.entities()),
                rule.tactics(),
                rule.techniques(),
                content.hex(),
                ""));
    }
}
