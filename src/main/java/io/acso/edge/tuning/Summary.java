package io.acso.edge.tuning;

import io.acso.edge.tuning.TuningReport.Common;
import io.acso.edge.tuning.TuningReport.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts what was counted and tried into words and figures. */
record Summary(long events, long days, Background background) {

    private static final int SHOWN = 5;
    private static final double MOST = 0.5;
    private static final double ORDINARY = 0.9;

    TuningReport of(List<RuleVolume> ranked, Map<String, List<Trial>> trials) {
        long findings = ranked.stream().mapToLong(volume -> volume.matches).sum();
        List<TuningReport.Rule> rules = ranked.stream()
                .map(volume -> rule(volume, findings, trials.get(volume.rule.id())))
                .toList();
        return new TuningReport(events, findings, days, rules);
    }

    private TuningReport.Rule rule(RuleVolume volume, long findings, @Nullable List<Trial> tried) {
        List<Proposal> proposals = tried == null
                ? List.of()
                : tried.stream().filter(Trial::passed).map(Summary::proposal).toList();
        return new TuningReport.Rule(
                volume.rule.id(),
                volume.rule.title(),
                volume.rule.level().name().toLowerCase(Locale.ROOT),
                volume.rule.path(),
                volume.matches,
                (double) volume.matches / findings,
                volume.days.isEmpty() ? 0 : (double) volume.matches / volume.days.size(),
                volume.hosts(),
                volume.entities(),
                volume.truePositives,
                volume.falsePositives,
                volume.unlabelled(),
                common(volume),
                proposals,
                tried == null || !proposals.isEmpty() ? null : note(volume, tried));
    }

    private static String note(RuleVolume volume, List<Trial> tried) {
        if (!tried.isEmpty()) {
            return "a filter was tried and dropped: it would have removed a labelled true positive, or nothing";
        }
        return volume.truePositives > 0 && volume.matches > volume.truePositives
                ? "nothing that lasts sets the other findings apart from the labelled true positives"
                : "its findings are few, or have nothing in common that other events have not";
    }

    private List<Common> common(RuleVolume volume) {
        Map<Trait, Integer> counts = new HashMap<>();
        volume.noise.forEach(traits -> traits.forEach(trait -> counts.merge(trait, 1, Integer::sum)));
        volume.truths.forEach(traits -> traits.forEach(trait -> counts.merge(trait, 1, Integer::sum)));
        double all = volume.noise.size() + volume.truths.size();
        return counts.entrySet().stream()
                .filter(entry ->
                        entry.getValue() >= all * MOST && background.share(volume.sources, entry.getKey()) < ORDINARY)
                .sorted(Map.Entry.<Trait, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(SHOWN)
                .map(entry -> new Common(entry.getKey().field(), entry.getKey().value(), entry.getValue() / all))
                .toList();
    }

    private static Proposal proposal(Trial trial) {
        RuleVolume volume = trial.volume;
        Map<String, String> selection = new TreeMap<>();
        trial.selection.forEach(trait -> selection.put(trait.field(), trait.value()));
        long removed = trial.removedFalse() + trial.removedUnlabelled();
        return new Proposal(
                trial.document.file(),
                selection,
                removed,
                trial.removedFalse(),
                trial.removedUnlabelled(),
                volume.matches - removed,
                volume.truePositives,
                because(trial, removed),
                caution(trial),
                trial.document.yaml());
    }

    private static String because(Trial trial, long removed) {
        return removed + " of " + trial.volume.matches + " findings have all of this, no labelled true positive among "
                + trial.volume.truePositives + " has, and " + trial.removedFalse() + " of them were labelled false";
    }

    private static @Nullable String caution(Trial trial) {
        List<String> cautions = new ArrayList<>();
        if (trial.selection.stream().allMatch(Trait::freeText)) {
            cautions.add("it rests only on text that an attacker can write: add who or where before you use it");
        }
        if (trial.removedUnlabelled() > 0 && trial.removedFalse() == 0) {
            cautions.add("nobody judged the findings that it removes: look at some before you use it");
        }
        if (trial.volume.matches == trial.removedFalse() + trial.removedUnlabelled()) {
            cautions.add("with it the rule finds nothing in these events");
        }
        return cautions.isEmpty() ? null : String.join("; ", cautions);
    }
}
