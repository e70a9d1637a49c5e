package io.acso.agent.threathunter;

import io.acso.core.detection.RuleSet;
import io.acso.domain.kernel.Digest;
import io.acso.platform.content.ContentSnapshot;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** The rules of the content of the moment. Another snapshot is compiled when it comes, once for all who ask. */
final class CurrentRules {

    private static final System.Logger LOG = System.getLogger(CurrentRules.class.getName());
    private static final String FOLDER = "rules/";

    /** @param content the snapshot that they are from */
    record Loaded(Digest content, RuleSet rules) {}

    private final Supplier<ContentSnapshot> content;
    private volatile Loaded loaded;

    CurrentRules(Supplier<ContentSnapshot> content) {
        this.content = content;
        this.loaded = load(content.get());
    }

    Loaded get() {
        ContentSnapshot now = content.get();
        return now.hash().equals(loaded.content()) ? loaded : change(now);
    }

    private synchronized Loaded change(ContentSnapshot now) {
        if (!now.hash().equals(loaded.content())) {
            loaded = load(now);
        }
        return loaded;
    }

    /** A rule that does not compile is left out and said; the others work. */
    private static Loaded load(ContentSnapshot snapshot) {
        RuleSet rules = RuleSet.compile(snapshot.below(FOLDER, ".yml", ".yaml"));
        rules.failures()
                .forEach(failure -> LOG.log(
                        Level.WARNING,
                        "rule not loaded: " + failure.file() + ":" + failure.line() + ": " + failure.error()));
        LOG.log(
                Level.INFO,
                rules.rules().size() + " rules and "
                        + rules.correlations().rules().size() + " correlations loaded of content " + snapshot.hash());
        return new Loaded(snapshot.hash(), rules);
    }
}
