package io.acso.core.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of observations that all satisfy all parts of a pattern: answers come, and none takes long. */
class BindingCostTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    /** One a second. */
    private static Observed many(int count) {
        Observed observed = new Observed();
        for (int i = 0; i < count; i++) {
            observed.and(i, "\"n\": " + i);
        }
        return observed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x:n >= 0] REPEATS 3000 TIMES",
                "[x:n >= 0] REPEATS 1000 TIMES AND [x:n < 2000] REPEATS 1000 TIMES AND [x:n > 1000] REPEATS 1000 TIMES",
                "[x:n >= 0] REPEATS 1000 TIMES WITHIN 999 SECONDS",
                "[x:n >= 0] FOLLOWEDBY [x:n >= 0] FOLLOWEDBY [x:n >= 0] FOLLOWEDBY [x:n >= 0] FOLLOWEDBY [x:n > 2998]",
                "([x:n < 10] FOLLOWEDBY [x:n > 15] FOLLOWEDBY [x:n > 20]) WITHIN 12 SECONDS",
                "([x:n >= 0] FOLLOWEDBY [x:n > 5]) REPEATS 10 TIMES",
                "[x:n >= 0] REPEATS 100 TIMES FOLLOWEDBY [x:n >= 0] REPEATS 100 TIMES",
                "([x:n = 1] OR ([x:n = 2] AND [x:n = 3])) AND ([x:n = 1] OR ([x:n = 4] AND [x:n = 5]))"
            })
    void what_is_there_is_found(String pattern) {
        Observed observed = many(3_000);
        Assertions.assertTimeoutPreemptively(
                LONG, () -> assertThat(observed.match(pattern)).isInstanceOf(PatternAnswer.Matched.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x:n >= 0] REPEATS 3001 TIMES",
                "[x:n >= 0] REPEATS 1000 TIMES WITHIN 998 SECONDS",
                "[x:n > 5] FOLLOWEDBY [x:n >= 0] FOLLOWEDBY [x:n < 5]",
                "([x:n < 10] FOLLOWEDBY [x:n > 15] FOLLOWEDBY [x:n > 25]) WITHIN 12 SECONDS",
                "[x:n >= 0] REPEATS 2000 TIMES FOLLOWEDBY [x:n >= 0] REPEATS 2000 TIMES"
            })
    void what_is_not_there_is_not_found(String pattern) {
        Observed observed = many(3_000);
        Assertions.assertTimeoutPreemptively(
                LONG, () -> assertThat(observed.match(pattern)).isInstanceOf(PatternAnswer.Unmatched.class));
    }

    @Test
    void a_search_without_end_is_given_up() {
        Observed observed = new Observed();
        for (int i = 0; i < 39; i++) {
            observed.and(i, "\"n\": 1");
        }
        String pattern = "([x:n = 1] FOLLOWEDBY [x:n = 1]) WITHIN 1 SECONDS REPEATS 20 TIMES";
        Observed holes = new Observed();
        for (int i = 0; i < 60; i++) {
            holes.and(i * 3L, "\"n\": 1").and(i % 2 == 0 ? i * 3L + 1 : i * 3L, i % 2 == 0 ? "\"n\": 1" : "\"n\": 2");
        }
        Assertions.assertTimeoutPreemptively(LONG, () -> {
            assertThat(observed.match(pattern)).isNotInstanceOf(PatternAnswer.Matched.class);
            assertThat(holes.match("([x:n = 1] AND [x:n = 1]) WITHIN 1 SECONDS REPEATS 40 TIMES"))
                    .isInstanceOfSatisfying(
                            PatternAnswer.Undecided.class,
                            undecided -> assertThat(undecided.reasons())
                                    .singleElement()
                                    .asString()
                                    .contains("too many ways"));
        });
    }

    @Test
    void references_in_circles_cost_no_more_than_the_objects() {
        String names = String.join("\",\"", Collections.nCopies(500, "0"));
        Observed observed = Observed.of("\"some_refs\": [\"" + names + "\"], \"n\": 1");
        String pattern = "[x:some_refs[*]" + ".some_refs[*]".repeat(50) + ".n > 1]";
        Assertions.assertTimeoutPreemptively(
                LONG, () -> assertThat(observed.match(pattern)).isInstanceOf(PatternAnswer.Unmatched.class));
    }

    @Test
    void repetitions_that_would_have_to_be_written_out_are_limited() {
        assertThatThrownBy(() -> StixPattern.parse("([x:n = 1] FOLLOWEDBY [x:n = 2]) REPEATS 100000 TIMES"))
                .isInstanceOf(InvalidPattern.class)
                .hasMessageContaining("REPEATS");
    }
}
