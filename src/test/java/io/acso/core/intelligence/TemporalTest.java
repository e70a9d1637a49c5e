package io.acso.core.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts, order and time: which observations satisfy an expression together. */
class TemporalTest {

    private static final String BOTH = "([x:n = 1] AND [x:n = 2])";

    @ParameterizedTest
    @CsvSource({"0,0,0,0,.5", "0,1,3,4,2", "0,5,2,3,0.000001", "0,1,1,2,.1", "3,4,0,1,2", "0,0,2,2,2"})
    void observations_lie_within_a_time_when_they_can_have_been_that_close(
            long first1, long last1, long first2, long last2, String seconds) {
        Observed observed = new Observed().and(first1, last1, 1, "\"n\": 1").and(first2, last2, 1, "\"n\": 2");
        assertThat(observed.matches(BOTH + " WITHIN " + seconds + " SECONDS")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,1,3,4,1", "0,1,3,4,1.999999", "3,4,0,1,1", "0,0,2,2,1.9"})
    void observations_that_cannot_have_been_that_close_do_not(
            long first1, long last1, long first2, long last2, String seconds) {
        Observed observed = new Observed().and(first1, last1, 1, "\"n\": 1").and(first2, last2, 1, "\"n\": 2");
        assertThat(observed.match(BOTH + " WITHIN " + seconds + " SECONDS"))
                .isInstanceOf(PatternAnswer.Unmatched.class);
    }

    @Test
    void a_qualifier_belongs_to_what_stands_right_before_it() {
        Observed observed = Observed.at(0, "\"n\": 1").and(100, "\"n\": 2");
        assertThat(observed.matches("[x:n = 1] AND [x:n = 2] WITHIN 1 SECONDS")).isTrue();
        assertThat(observed.matches("([x:n = 1] AND [x:n = 2]) WITHIN 1 SECONDS"))
                .isFalse();
    }

    @Test
    void an_observation_counts_for_one_comparison_as_often_as_it_was_observed() {
        assertThat(Observed.of("\"n\": 1").matches("[x:n = 1] AND [x:n > 0]")).isFalse();
        Observed twice = new Observed().and(0, 9, 2, "\"n\": 1");
        assertThat(twice.matches("[x:n = 1] AND [x:n > 0]")).isTrue();
        assertThat(twice.matches("[x:n = 1] FOLLOWEDBY [x:n > 0]")).isTrue();
        assertThat(twice.matches("[x:n = 1] REPEATS 2 TIMES")).isTrue();
        assertThat(twice.matches("[x:n = 1] REPEATS 3 TIMES")).isFalse();
    }

    @Test
    void what_follows_is_at_the_same_time_or_later() {
        Observed observed = Observed.at(5, "\"n\": 1").and(5, "\"n\": 2").and(4, "\"n\": 3");
        assertThat(observed.matched("[x:n = 1] FOLLOWEDBY [x:n = 2]")).containsExactly(0, 1);
        assertThat(observed.matches("[x:n = 1] FOLLOWEDBY [x:n = 3]")).isFalse();
        assertThat(observed.matched("[x:n = 3] FOLLOWEDBY [x:n = 1] FOLLOWEDBY [x:n = 2]"))
                .containsExactly(0, 1, 2);
    }

    @Test
    void the_last_part_follows_all_that_stand_left_of_it() {
        Observed observed = Observed.at(0, "\"n\": 1").and(9, "\"n\": 2").and(5, "\"n\": 3");
        assertThat(observed.matches("([x:n = 1] AND [x:n = 2]) FOLLOWEDBY [x:n = 3]"))
                .isFalse();
        assertThat(observed.matches("[x:n = 1] FOLLOWEDBY [x:n = 3] FOLLOWEDBY [x:n = 2]"))
                .isTrue();
    }

    @Test
    void times_from_the_start_on_and_before_the_stop_count() {
        Observed observed = new Observed().and(10, 20, 1, "\"n\": 1");
        assertThat(observed.matches(between(20, 30))).isTrue();
        assertThat(observed.matches(between(0, 11))).isTrue();
        assertThat(observed.matches(between(12, 13))).isTrue();
        assertThat(observed.matches(between(0, 10))).isFalse();
        assertThat(observed.matches(between(21, 30))).isFalse();
        assertThat(observed.matches(between(15, 15))).isFalse();
        assertThat(observed.matches(between(0, 11) + " REPEATS 2 TIMES")).isFalse();
    }

    private static String between(long start, long stop) {
        return "[x:n = 1] START t'" + Observed.BEGINNING.plusSeconds(start) + "' STOP '"
                + Observed.BEGINNING.plusSeconds(stop) + "'";
    }

    @Test
    void scarce_observations_go_to_the_part_that_needs_them() {
        Observed observed = Observed.of("\"n\": 1").and(0, "\"n\": 2").and(0, "\"n\": 3");
        assertThat(observed.matched("[x:n > 0] AND [x:n < 3] AND [x:n = 1]")).containsExactly(0, 1, 2);
        assertThat(observed.matches("[x:n < 3] AND [x:n = 2] AND [x:n = 1]")).isFalse();
    }

    @Test
    void of_alternatives_one_suffices() {
        Observed observed = Observed.at(0, "\"n\": 1").and(1, "\"n\": 2").and(2, "\"n\": 3");
        assertThat(observed.matched("([x:n = 4] FOLLOWEDBY [x:n = 1]) OR ([x:n = 1] FOLLOWEDBY [x:n = 3])"))
                .containsExactly(0, 2);
        assertThat(observed.matches("([x:n = 4] OR [x:n = 3]) AND [x:n = 3]")).isFalse();
        assertThat(observed.matches("([x:n = 1] OR ([x:n = 2] AND [x:n = 3])) REPEATS 2 TIMES"))
                .isTrue();
    }
}
