package io.acso.agent.threathunter;

import io.acso.core.detection.Pipeline;
import io.acso.core.detection.RuleSet;
import io.acso.core.detection.RuleSources;
import io.acso.domain.kernel.Digest;
import io.acso.platform.content.ContentSnapshot;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules of the content of the moment, compiled once for all who ask. */
final class CurrentRules {

    private static final System.Logger LOG = System.getLogger(CurrentRules.class.getName());
    private static final String FOLDER = "rules/";
    private static final String PIPELINES = "pipelines/";

    /** @param content the snapshot that they are from */
    record Loaded(Digest content, RuleSet rules) {}

    private final Reloaded<Loaded> loaded;

    CurrentRules(Supplier<ContentSnapshot> content) {
        this(content, reload -> Thread.ofPlatform().name("rule-reload").daemon().start(reload));
    }

    CurrentRules(Supplier<ContentSnapshot> content, Executor beside) {
        this.loaded = new Reloaded<>(content, CurrentRules::load, beside);
    }

    Loaded get() {
        return loaded.get();
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
        if (before != null) {
            rules.prepareLike(before.rules());
        }
        LOG.log(
                Level.INFO,
                rules.rules().size() + " rules and "
                        + rules.correlations().rules().size() + " correlations loaded of content " + snapshot.hash());
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
}
