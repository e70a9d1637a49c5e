package io.acso.edge.tuning;

import io.acso.core.detection.EventView;
import io.acso.core.detection.RuleSet;
import io.acso.edge.tuning.Labels.Label;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter on trial: its rule runs with it over the events again. */
final class Trial {

    final RuleVolume volume;
    final Set<Trait> selection;
    final FilterDocument document;
    private final RuleSet filtered;
    private long removedTrue;
    private long removedFalse;
    private long removedUnlabelled;

    private Trial(RuleVolume volume, Set<Trait> selection, FilterDocument document, RuleSet filtered) {
        this.volume = volume;
        this.selection = selection;
        this.document = document;
        this.filtered = filtered;
    }

    /** Null when the filter is not accepted for the rule, as of a rule that has no id of its own. */
    static @Nullable Trial of(RuleVolume volume, Set<Trait> selection, RuleCompiler compiler, LocalDate date) {
        String why = "Takes " + covered(volume, selection) + " of " + volume.noise.size()
                + " findings away that nobody labelled true";
        FilterDocument document = FilterDocument.of(volume.rule, selection, date, why);
        RuleSet filtered = compiler.compile(volume.rule.path(), document.file(), document.yaml());
        boolean accepted =
                filtered.failures().stream().noneMatch(failure -> failure.file().equals(document.file()));
        return accepted ? new Trial(volume, selection, document, filtered) : null;
    }

    private static long covered(RuleVolume volume, Set<Trait> selection) {
        return volume.noise.stream()
                .filter(traits -> traits.containsAll(selection))
                .count();
    }

    /** Whether the rule, which matches the event, does so no more with the filter. */
    boolean removes(EventView event) {
        return filtered.match(event).stream()
                .noneMatch(match -> match.rule().id().equals(volume.rule.id()));
    }

    void removed(@Nullable Label label) {
        switch (label) {
            case TRUE_POSITIVE -> removedTrue++;
            case FALSE_POSITIVE -> removedFalse++;
            case null -> removedUnlabelled++;
        }
    }

    /** Whether it removed something, and nothing that is labelled true. */
    boolean passed() {
        return removedTrue == 0 && removedFalse + removedUnlabelled > 0;
    }

    long removedFalse() {
        return removedFalse;
    }

    long removedUnlabelled() {
        return removedUnlabelled;
    }
}
