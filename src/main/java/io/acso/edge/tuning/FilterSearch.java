package io.acso.edge.tuning;

import io.acso.domain.event.LogSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what noisy findings have in common and true ones have not: conjunctions of traits, each begun with the
 * trait that most of the noise has and that says who or where, narrowed until no true positive has them all, and then made as specific as it can
 * be without losing any of the noise it covers.
 */
final class FilterSearch {

    private static final int MOST_FILTERS = 3;
    private static final int SEEDS = 40;
    private static final int MOST_TRAITS = 4;
    private static final double LEAST_SHARE = 0.1;
    private static final double ORDINARY = 0.9;

    private final List<Set<Trait>> truths;
    private final Set<String> asked;
    private final Background background;
    private final Set<LogSource> sources;
    private final int least;

    /**
     * @param truths the traits of findings that have to stay
     * @param asked the fields that the rule asks for: alone they would undo the rule
     * @param background what events are usually like
     * @param sources the log sources of the findings
     * @param least findings that a filter has to be worth
     */
    FilterSearch(List<Set<Trait>> truths, Set<String> asked, Background background, Set<LogSource> sources, int least) {
        this.truths = truths;
        this.asked = asked;
        this.background = background;
        this.sources = sources;
        this.least = least;
    }

    /** The best first; each for findings that those before it leave. */
    List<Set<Trait>> of(List<Set<Trait>> noise) {
        List<Set<Trait>> filters = new ArrayList<>();
        List<Set<Trait>> left = new ArrayList<>(noise);
        int worth = Math.max(least, (int) Math.ceil(noise.size() * LEAST_SHARE));
        while (filters.size() < MOST_FILTERS && left.size() >= worth) {
            Optional<Set<Trait>> best = best(left, worth);
            if (best.isEmpty()) {
                break;
            }
            filters.add(best.get());
            left.removeIf(traits -> traits.containsAll(best.get()));
        }
        return filters;
    }

    private Optional<Set<Trait>> best(List<Set<Trait>> noise, int worth) {
        List<Trait> seeds = ranked(noise, worth).stream()
                .filter(trait -> !asked.contains(trait.field()) && background.telling(trait.field()))
                .limit(SEEDS)
                .toList();
        return seeds.stream()
                .map(seed -> narrowed(Set.of(seed), noise, worth))
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(
                                (Set<Trait> filter) -> covered(filter, noise).size())
                        .thenComparing(FilterSearch::anchored)
                        .thenComparing(
                                Comparator.comparingDouble(this::commonness).reversed()))
                .map(filter -> specific(filter, covered(filter, noise)));
    }

    /** With further traits until no true positive is covered, losing as little noise as can be. */
    private Optional<Set<Trait>> narrowed(Set<Trait> filter, List<Set<Trait>> noise, int worth) {
        Set<Trait> narrow = new HashSet<>(filter);
        List<Set<Trait>> hit = covered(narrow, truths);
        List<Set<Trait>> covered = covered(narrow, noise);
        while (!hit.isEmpty() && narrow.size() < MOST_TRAITS) {
            List<Set<Trait>> stillHit = hit;
            Optional<Trait> next = ranked(covered, worth).stream()
                    .filter(trait ->
                            !narrow.contains(trait) && stillHit.stream().anyMatch(truth -> !truth.contains(trait)))
                    .limit(SEEDS)
                    .max(Comparator.comparingLong(trait -> stillHit.stream()
                            .filter(truth -> !truth.contains(trait))
                            .count()));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            narrow.add(next.get());
            hit = covered(narrow, truths);
            covered = covered(narrow, noise);
        }
        return hit.isEmpty() && covered.size() >= worth ? Optional.of(narrow) : Optional.empty();
    }

    /** With the rarest of those traits that all of the covered noise has. */
    private Set<Trait> specific(Set<Trait> filter, List<Set<Trait>> covered) {
        Set<Trait> more = new HashSet<>(filter);
        ranked(covered, covered.size()).stream()
                .sorted(Comparator.comparing(Trait::freeText)
                        .thenComparingDouble(this::share)
                        .thenComparing(Comparator.naturalOrder()))
                .filter(trait -> more.stream().noneMatch(other -> other.field().equals(trait.field())))
                .forEach(trait -> {
                    if (more.size() < MOST_TRAITS) {
                        more.add(trait);
                    }
                });
        return more;
    }

    /** The traits that enough of these have and not nearly every event has, the most common first. */
    private List<Trait> ranked(List<Set<Trait>> findings, int worth) {
        Map<Trait, Integer> counts = new HashMap<>();
        findings.forEach(traits -> traits.forEach(trait -> counts.merge(trait, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= worth && share(entry.getKey()) < ORDINARY)
                .sorted(Map.Entry.<Trait, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().freeText())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean anchored(Set<Trait> filter) {
        return filter.stream().anyMatch(trait -> !trait.freeText());
    }

    private double commonness(Set<Trait> filter) {
        return filter.stream().mapToDouble(this::share).min().orElse(1);
    }

    private double share(Trait trait) {
        return background.share(sources, trait);
    }

    private static List<Set<Trait>> covered(Set<Trait> filter, List<Set<Trait>> findings) {
        return findings.stream().filter(traits -> traits.containsAll(filter)).toList();
    }
}
