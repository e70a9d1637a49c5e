package io.acso.core.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.re2j.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What regular expressions cost, counted in looks at the text. */
class RegexStepsProperties {

    private static final int LOOKS_PER_CHARACTER = 4;

    @Property(tries = 200)
    void re2_looks_at_every_character_a_few_times_whatever_the_expression(
            @ForAll("nasty") String expression,
            @ForAll("tails") String tail,
            @ForAll @IntRange(max = 20_000) int length) {
        SteppedText text = new SteppedText("a".repeat(length) + tail, LOOKS_PER_CHARACTER * (length + 10));

        assertThatCode(() -> Pattern.compile(expression).matcher(text).find()).doesNotThrowAnyException();
    }

    @Property(tries = 50)
    void what_re2_does_not_know_answers_within_its_steps(
            @ForAll("nasty") String expression,
            @ForAll("tails") String tail,
            @ForAll @IntRange(max = 5_000) int length) {
        Regex regex = Regex.compile("(?=a)" + expression + "(?<!b)c");
        try {
            assertThat(regex.find("a".repeat(length) + tail)).isFalse();
        } catch (Regex.Unfinished e) {
            assertThat(e).hasMessageContaining("steps");
        }
    }

    /** Nested and ambiguous repetitions, for which backtracking takes exponential time. */
    @Provide
    Arbitrary<String> nasty() {
        Arbitrary<String> atom = Arbitraries.of("a", "[ab]", ".", "a|a", "a|aa", "\\w", "a?");
        Arbitrary<String> repeat = Arbitraries.of("+", "*", "{1,9}", "{3,}");
        Arbitrary<String> once = Combinators.combine(atom, repeat).as((inner, times) -> "(" + inner + ")" + times);
        Arbitrary<String> twice = Combinators.combine(once, repeat).as((inner, times) -> "(" + inner + ")" + times);
        return Combinators.combine(
                        Arbitraries.of("", "^"), Arbitraries.oneOf(once, twice), once, Arbitraries.of("$", "x", "x$"))
                .as((start, first, second, end) -> start + first + second + end);
    }

    @Provide
    Arbitrary<String> tails() {
        return Arbitraries.of("!", "", "b", "ab!", "\n", "\ud83d\ude00");
    }
}
