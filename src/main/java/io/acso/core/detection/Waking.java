package io.acso.core.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which predicates wake which rules. For each rule the least likely set of predicates is chosen of which one must be
 * hit if the rule is to hold; a rule without such a set is evaluated for every event.
 */
final class Waking {

    /** Predicates one of which must be hit, and how likely that is. */
    private record Need(List<Predicate> predicates, long likelihood) {}

    private final long[] likelihoods;
    private final List<List<Integer>> wakes;
    private final long[] always;

    private Waking(int rules, long[] likelihoods) {
        this.likelihoods = likelihoods;
        this.wakes = Stream.generate(() -> (List<Integer>) new ArrayList<Integer>(0))
                .limit(likelihoods.length)
                .toList();
        this.always = new long[(rules + Long.SIZE - 1) / Long.SIZE];
    }

    /** @param likelihoods by predicate, that it is hit; only their order matters */
    static Waking of(List<CompiledRule> rules, long[] likelihoods) {
        Waking waking = new Waking(rules.size(), likelihoods);
        for (int rule = 0; rule < rules.size(); rule++) {
            waking.add(rule, waking.need(rules.get(rule).criterion()));
        }
        return waking;
    }

    private void add(int rule, Optional<Need> need) {
        if (need.isEmpty()) {
            always[rule >>> 6] |= 1L << rule;
            return;
        }
        for (Predicate predicate : need.get().predicates()) {
            wakes.get(predicate.index()).add(rule);
        }
    }

    private Optional<Need> need(Criterion criterion) {
        return switch (criterion) {
            case Predicate predicate
            when !predicate.open() -> Optional.of(new Need(List.of(predicate), likelihoods[predicate.index()]));
            case Criterion.AllOf all -> needs(all.parts()).stream().findFirst();
            case Criterion.SomeOf some -> union(some);
            default -> Optional.empty();
        };
    }

    /** Of n parts at least k hold, so of any n - k + 1 one does. */
    private Optional<Need> union(Criterion.SomeOf some) {
        int enough = some.parts().size() - some.atLeast() + 1;
        List<Need> needs = needs(some.parts());
        if (needs.size() < enough) {
            return Optional.empty();
        }
        List<Need> chosen = needs.subList(0, enough);
        List<Predicate> predicates = chosen.stream()
                .flatMap(need -> need.predicates().stream())
                .distinct()
                .toList();
        return Optional.of(
                new Need(predicates, chosen.stream().mapToLong(Need::likelihood).sum()));
    }

    /** Of those parts that have one, the least likely first. */
    private List<Need> needs(List<Criterion> parts) {
        return parts.stream()
                .flatMap(part -> need(part).stream())
                .sorted(Comparator.comparingLong(Need::likelihood))
                .toList();
    }

    boolean wakes(int predicate) {
        return !wakes.get(predicate).isEmpty();
    }

    int[][] byPredicate() {
        return wakes.stream()
                .map(rules -> rules.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    long[] always() {
        return always.clone();
    }
}
