package io.acso.edge.tuning;

import io.acso.core.detection.EventView;
import io.acso.core.detection.Match;
import io.acso.core.detection.RuleSet;
import io.acso.domain.event.LogSource;
import io.acso.edge.backtest.Sweep;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Runs rules over past events twice: to see what they find, and to try the filters that this suggests. */
public final class Tuning {

    private static final int LEAST_NOISE = 10;
    private static final int LEAST_LABELLED = 2;
    /** Of the events that no rule matches, one in so many shows what events are like. */
    private static final int SAMPLED = 4;

    private final RuleCompiler compiler;
    private final RuleSet rules;
    private final Labels labels;
    private final InstantSource clock;
    private final Map<String, RuleVolume> volumes = new HashMap<>();
    private final Background background = new Background();
    private final Set<LocalDate> days = new HashSet<>();

    /** Past events that can be gone through again. */
    public interface Past {

        <R> Sweep.Totals sweep(Sweep.Look<R> look, Sweep.Report<R> report);
    }

    /** Takes what a sweep finds; what else it says goes to the report of whoever opened the events. */
    public interface Found<R> extends Sweep.Report<R> {

        @Override
        default void unreadable(String input, long line, String reason) {}

        @Override
        default void cutShort(String input, long events, String why) {
            throw new IllegalArgumentException(
                    input + ": the rest could not be read after record " + events + ": " + why);
        }

        @Override
        default void reached(String input, long events) {}
    }

    public Tuning(RuleCompiler compiler, Labels labels, InstantSource clock) {
        this.compiler = compiler;
        this.rules = compiler.all();
        this.labels = labels;
        this.clock = clock;
    }

    public RuleSet rules() {
        return rules;
    }

    /**
     * Ranks the rules by what they find and tries filters for the loudest.
     *
     * @param most rules to propose filters for; those with false positives come in addition
     */
    public TuningReport run(Past past, int most) {
        Sweep.Totals totals = past.sweep(this::glance, (Found<Glance>) this::count);
        List<RuleVolume> ranked = volumes.values().stream()
                .sorted(Comparator.comparingLong((RuleVolume volume) -> volume.matches)
                        .reversed()
                        .thenComparing(volume -> volume.rule.id()))
                .toList();
        Map<String, List<Trial>> trials = new HashMap<>();
        for (int i = 0; i < ranked.size(); i++) {
            RuleVolume volume = ranked.get(i);
            if (i < most || volume.falsePositives > 0) {
                trials.put(volume.rule.id(), trials(volume));
            }
        }
        past.sweep((source, json) -> tried(trials, EventView.of(source, json), json), (Found<Tried>) this::judge);
        return new Summary(totals.events(), days.size(), background).of(ranked, trials);
    }

    private @Nullable Glance glance(LogSource source, byte[] json) {
        List<Match> matches = rules.correlations().standingAlone(rules.match(EventView.of(source, json)));
        if (matches.isEmpty()) {
            CRC32 hash = new CRC32();
            hash.update(json);
            if (hash.getValue() % SAMPLED != 0) {
                return null;
            }
        }
        return Glance.of(source, json, matches, clock.instant());
    }

    private void count(String input, long event, Glance glance) {
        background.add(glance.source(), glance.traits());
        for (Match match : glance.matches()) {
            String id = match.rule().id();
            volumes.computeIfAbsent(id, absent -> new RuleVolume(match.rule()))
                    .add(match, glance, labels.of(id, glance.eventId(), input, event));
            if (glance.day() != null) {
                days.add(glance.day());
            }
        }
    }

    private List<Trial> trials(RuleVolume volume) {
        int least = volume.falsePositives > 0 ? LEAST_LABELLED : LEAST_NOISE;
        FilterSearch search = new FilterSearch(volume.truths, volume.asked, background, volume.sources, least);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return search.of(volume.noise).stream()
                .map(selection -> Trial.of(volume, selection, compiler, today))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The trials that remove a finding from an event, and what names the event. */
    private record Tried(List<Trial> removing, @Nullable String eventId) {}

    private @Nullable Tried tried(Map<String, List<Trial>> trials, EventView event, byte[] json) {
        List<Trial> removing = new ArrayList<>();
        for (Match match : rules.match(event)) {
            for (Trial trial : trials.getOrDefault(match.rule().id(), List.of())) {
                if (trial.removes(event)) {
                    removing.add(trial);
                }
            }
        }
        return removing.isEmpty() ? null : new Tried(removing, Glance.idOf(json, clock.instant()));
    }

    private void judge(String input, long event, Tried tried) {
        tried.removing()
                .forEach(trial -> trial.removed(labels.of(trial.volume.rule.id(), tried.eventId(), input, event)));
    }
}
