package io.acso.core.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against a matcher that tries every combination, on small patterns and few observations. */
class BindingProperties {

    record Seen(int first, int length, int number, int value) {}

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void matches_what_some_combination_satisfies(
            @ForAll("patterns") EveryCombination.Tree pattern, @ForAll("observations") List<Seen> seen) {
        Observed observed = observed(seen);
        assertThat(observed.match(pattern.text()))
                .isInstanceOf(
                        EveryCombination.satisfies(pattern, seen)
                                ? PatternAnswer.Matched.class
                                : PatternAnswer.Unmatched.class);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void what_took_part_suffices(
            @ForAll("patterns") EveryCombination.Tree pattern, @ForAll("observations") List<Seen> seen) {
        List<Integer> matched = observed(seen).matched(pattern.text());
        if (!matched.isEmpty()) {
            assertThat(observed(matched.stream().map(seen::get).toList()).matches(pattern.text()))
                    .isTrue();
        }
    }

    private static Observed observed(List<Seen> seen) {
        Observed observed = new Observed();
        seen.forEach(each ->
                observed.and(each.first(), each.first() + each.length(), each.number(), "\"n\": " + each.value()));
        return observed;
    }

    @Provide
    Arbitrary<List<Seen>> observations() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(0, 0, 1, 3),
                        Arbitraries.of(1, 1, 1, 2),
                        Arbitraries.integers().between(0, 2))
                .as(Seen::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<EveryCombination.Tree> patterns() {
        return tree(2);
    }

    private static Arbitrary<EveryCombination.Tree> tree(int depth) {
        Arbitrary<EveryCombination.Tree> leaf =
                Arbitraries.integers().between(0, 2).map(EveryCombination.Leaf::new);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<EveryCombination.Tree> inner = tree(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                Combinators.combine(Arbitraries.of("AND", "OR", "FOLLOWEDBY"), inner, inner)
                        .as(EveryCombination.Both::new),
                Combinators.combine(inner, Arbitraries.integers().between(1, 3)).as(EveryCombination.Times::new),
                Combinators.combine(inner, Arbitraries.integers().between(1, 3)).as(EveryCombination.Within::new),
                Combinators.combine(
                                inner,
                                Arbitraries.integers().between(0, 4),
                                Arbitraries.integers().between(0, 4))
                        .as(EveryCombination.Between::new));
    }
}
