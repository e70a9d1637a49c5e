package io.acso.core.detection;

import static io.acso.core.detection.Correlating.correlation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Severity;
import org.junit.jupiter.api.Test;

/** Each type of correlation, as the specification's text describes it. */
class CorrelationTest {

    private static final String ANN = "\"user\":\"ann\"";
    private static final String BEN = "\"user\":\"ben\"";

    @Test
    void events_are_counted_for_each_group_in_a_window_that_slides() {
        Correlating played = Correlating.of(correlation(
                        "c", "type: event_count, rules: [one], group-by: [user], timespan: 10s, condition: {gte: 3}"))
                .at(0, 1, ANN)
                .at(1, 1, BEN)
                .at(6, 1, ANN)
                .at(8, 2, ANN)
                .at(12, 1, ANN)
                .at(13, 1, BEN)
                .at(16, 1, ANN);
        assertThat(played.matches()).containsExactly("c ann @16: e2 e4 e6");
        CorrelationMatch match = played.found().getFirst();
        assertThat(match.number()).isEqualTo(3);
        assertThat(match.group()).containsExactly(new MatchedField("user", "ann"));
        assertThat(match.first()).isEqualTo(Correlating.START.plusSeconds(6));
        assertThat(match.rules()).containsExactly("id-one");
        assertThat(match.rule().level()).isEqualTo(Severity.LOW);
    }

    @Test
    void a_timespan_includes_both_ends() {
        String rule = correlation(
                "c", "type: event_count, rules: [one], group-by: [user], timespan: 10s, condition: {gte: 2}");
        assertThat(Correlating.of(rule).at(0, 1, ANN).at(10, 1, ANN).matches()).hasSize(1);
        assertThat(Correlating.of(rule).at(0, 1, ANN).at(11, 1, ANN).matches()).isEmpty();
    }

    @Test
    void what_goes_on_is_reported_once_in_a_timespan_and_no_event_twice() {
        Correlating played = Correlating.of(correlation(
                "c", "type: event_count, rules: [one], group-by: [user], timespan: 10s, condition: {gte: 2}"));
        for (int second = 0; second < 40; second++) {
            played.at(second, 1, ANN);
        }
        assertThat(played.matches())
                .containsExactly(
                        "c ann @1: e0 e1",
                        "c ann @12: e2 e3 e4 e5 e6 e7 e8 e9 e10 e11 e12",
                        "c ann @23: e13 e14 e15 e16 e17 e18 e19 e20 e21 e22 e23",
                        "c ann @34: e24 e25 e26 e27 e28 e29 e30 e31 e32 e33 e34");
    }

    @Test
    void a_condition_that_more_events_can_undo_is_judged_when_the_timespan_is_over() {
        String rule = correlation(
                "c", "type: event_count, rules: [one], group-by: [user], timespan: 10s, condition: {gt: 1, lt: 4}");
        assertThat(Correlating.of(rule)
                        .at(0, 1, ANN)
                        .at(1, 1, ANN)
                        .at(2, 1, ANN)
                        .at(3, 1, BEN)
                        .at(4, 1, BEN)
                        .at(5, 1, ANN)
                        .matches())
                .as("four are too many, and the last three of them are no window of their own")
                .containsExactly("c ben @13: e3 e4");
        String few = correlation(
                "c", "type: event_count, rules: [one], group-by: [user], timespan: 10s, condition: {lt: 2}");
        assertThat(Correlating.of(few)
                        .at(0, 1, ANN)
                        .at(1, 1, ANN)
                        .at(30, 1, ANN)
                        .matches())
                .containsExactly("c ann @40: e2");
        String exact = correlation(
                "c", "type: event_count, rules: [one], group-by: [user], timespan: 10s, condition: {eq: 2}");
        assertThat(Correlating.of(exact).at(0, 1, ANN).at(1, 1, ANN).matches()).containsExactly("c ann @10: e0 e1");
        String not = correlation(
                "c", "type: event_count, rules: [one], group-by: [user], timespan: 10s, condition: {neq: 2}");
        assertThat(Correlating.of(not).at(0, 1, ANN).at(1, 1, ANN).matches()).isEmpty();
    }

    @Test
    void different_values_are_counted() {
        Correlating played = Correlating.of(
                        correlation(
                                "c",
                                "type: value_count, rules: [one, two], group-by: [user], timespan: 1m, condition: {field: host, gte: 2}"))
                .at(0, 1, ANN + ",\"host\":\"a\"")
                .at(1, 2, ANN + ",\"host\":\"a\"")
                .at(2, 1, ANN)
                .at(3, 1, ANN + ",\"host\":\"b\"");
        assertThat(played.matches()).containsExactly("c ann @3: e0 e1 e3");
    }

    @Test
    void several_value_fields_are_counted_as_combinations() {
        Correlating played = Correlating.of(correlation(
                        "c", "type: value_count, rules: one, timespan: 1m, condition: {field: [x, y], gt: 2}"))
                .at(0, 1, "\"x\":\"a\",\"y\":\"b\"")
                .at(1, 1, "\"x\":\"a\",\"y\":\"c\"")
                .at(2, 1, "\"x\":\"a\"")
                .at(3, 1, "\"x\":[\"ab\",\"a\"],\"y\":\"b\"");
        assertThat(played.matches()).containsExactly("c  @3: e0 e1 e3");
    }

    @Test
    void numbers_are_summed_as_they_come_and_averaged_when_the_timespan_is_over() {
        assertThat(values("value_sum", "gt: 1000").matches()).containsExactly("c  @2: e0 e1 e2");
        assertThat(values("value_avg", "gt: 500").matches()).containsExactly("c  @60: e0 e1 e2 e4");
        assertThat(values("value_avg", "gt: 507").matches()).isEmpty();
        assertThat(values("value_median", "gte: 449.5, lte: 450.5").matches()).hasSize(1);
        assertThat(values("value_percentile", "percentile: 75, eq: 500").matches())
                .hasSize(1);
        assertThat(values("value_percentile", "percentile: 95, eq: 725").matches())
                .hasSize(1);
        assertThat(values("value_percentile", "percentile: 0, eq: 400").matches())
                .hasSize(1);
    }

    private static Correlating values(String type, String condition) {
        return Correlating.of(correlation(
                        "c", "type: " + type + ", rules: one, timespan: 1m, condition: {field: n, " + condition + "}"))
                .at(0, 1, "\"n\":400")
                .at(1, 1, "\"n\":\"500\"")
                .at(2, 1, "\"n\":400")
                .at(3, 1, "\"n\":\"none\"")
                .at(4, 1, "\"n\":7.25e2");
    }

    @Test
    void without_a_percentile_the_share_of_a_value_is_compared() {
        Correlating played = Correlating.of(correlation(
                "c",
                "type: value_percentile, rules: one, group-by: host, timespan: 1h, condition: {field: image, lte: 1}"));
        for (int i = 0; i < 99; i++) {
            played.at(i, 1, "\"host\":\"h\",\"image\":\"usual\"");
            played.at(i, 1, "\"host\":\"g\",\"image\":\"usual\"");
        }
        played.at(100, 1, "\"host\":\"h\",\"image\":\"rare\"");
        assertThat(played.finish().found()).singleElement().satisfies(match -> {
            assertThat(match.number()).isCloseTo(1, within(1e-9));
            assertThat(match.group()).containsExactly(new MatchedField("host", "h"));
        });
    }

    @Test
    void rules_come_true_together_in_any_order() {
        String rule = correlation("c", "type: temporal, rules: [one, two, three], group-by: [user], timespan: 10s");
        Correlating played = Correlating.of(rule)
                .at(0, 3, ANN)
                .at(2, 1, BEN)
                .at(5, 1, ANN)
                .at(6, 1, ANN)
                .at(11, 2, ANN)
                .at(12, 3, ANN);
        assertThat(played.matches()).containsExactly("c ann @12: e2 e3 e4 e5");
        assertThat(played.found().getFirst().rules()).containsExactly("id-one", "id-two", "id-three");
        assertThat(Correlating.of(correlation(
                                "c", "type: temporal, rules: [one, two, three], timespan: 10s, condition: {gte: 2}"))
                        .at(0, 3, ANN)
                        .at(1, 2, BEN)
                        .matches())
                .containsExactly("c  @1: e0 e1");
    }

    @Test
    void rules_come_true_in_order() {
        String rule =
                correlation("c", "type: temporal_ordered, rules: [one, two, three], group-by: [user], timespan: 10s");
        assertThat(Correlating.of(rule)
                        .at(0, 1, ANN)
                        .at(1, 3, ANN)
                        .at(2, 2, ANN)
                        .matches())
                .isEmpty();
        assertThat(Correlating.of(rule)
                        .at(0, 1, ANN)
                        .at(1, 3, ANN)
                        .at(2, 2, ANN)
                        .at(4, 3, ANN)
                        .matches())
                .containsExactly("c ann @4: e0 e1 e2 e3");
        assertThat(Correlating.of(rule)
                        .at(4, 3, ANN)
                        .at(4, 2, ANN)
                        .at(4, 1, ANN)
                        .matches())
                .as("of one time, either may have been first")
                .containsExactly("c ann @4: e2 e1 e0");
        assertThat(Correlating.of(rule)
                        .play(new Correlating.Happening("x", "s", 1, "1,2,3", ANN))
                        .matches())
                .as("an event does not follow itself")
                .isEmpty();
    }

    @Test
    void an_expression_says_which_rules() {
        String or = correlation(
                "c", "type: temporal, rules: [one, two, three], timespan: 10s, condition: one and (two or three)");
        assertThat(Correlating.of(or).at(0, 3, ANN).at(1, 1, ANN).matches()).containsExactly("c  @1: e0 e1");
        assertThat(Correlating.of(or).at(0, 3, ANN).at(1, 2, ANN).matches()).isEmpty();
        String not = correlation("c", "type: temporal, timespan: 10s, condition: one AND NOT two");
        assertThat(Correlating.of(not)
                        .at(0, 1, ANN)
                        .at(9, 2, ANN)
                        .at(30, 1, ANN)
                        .matches())
                .as("whether the other stays away is known when the timespan is over")
                .containsExactly("c  @40: e2");
        String ordered = correlation(
                "c", "type: temporal_ordered, rules: [one, two, three], timespan: 10s, condition: one and 1 of t*");
        assertThat(Correlating.of(ordered).at(0, 3, ANN).at(1, 1, ANN).matches())
                .isEmpty();
        assertThat(Correlating.of(ordered).at(0, 1, ANN).at(1, 3, ANN).matches())
                .hasSize(1);
    }

    @Test
    void an_alias_is_another_field_in_each_rule() {
        Correlating played = Correlating.of(correlation(
                        "c",
                        "type: temporal, rules: [one, two], group-by: [ip], timespan: 10s,"
                                + " aliases: {ip: {one: source.ip, two: target}}"))
                .at(0, 1, "\"source\":{\"ip\":\"10.0.0.1\"}")
                .at(1, 2, "\"source\":{\"ip\":\"10.0.0.1\"}")
                .at(2, 2, "\"target\":\"10.0.0.1\"");
        assertThat(played.matches()).containsExactly("c 10.0.0.1 @2: e0 e2");
        assertThat(played.found().getFirst().group()).containsExactly(new MatchedField("ip", "10.0.0.1"));
    }

    @Test
    void an_event_without_a_group_field_takes_no_part_and_one_with_several_values_in_each() {
        Correlating played = Correlating.of(correlation(
                        "c", "type: event_count, rules: [one], group-by: [user], timespan: 10s, condition: {gte: 2}"))
                .at(0, 1, "\"user\":null")
                .at(1, 1, "\"a\":1")
                .at(2, 1, "\"user\":[\"ann\",\"ben\"]")
                .at(3, 1, BEN);
        assertThat(played.matches()).containsExactly("c ben @3: e2 e3");
    }

    @Test
    void correlations_of_correlations() {
        Correlating played = Correlating.of(
                correlation(
                        "fails",
                        "type: event_count, rules: [one], group-by: [host], timespan: 10s, condition: {gte: 3}"),
                correlation(
                        "broken_in", "type: temporal_ordered, rules: [fails, two], group-by: [user], timespan: 1m"));
        for (int i = 0; i < 3; i++) {
            played.at(i, 1, ANN + ",\"host\":\"h\"");
        }
        played.at(20, 2, BEN).at(30, 2, ANN);
        assertThat(played.matches())
                .as("the inner one says nothing by itself; the user was carried through it")
                .containsExactly("broken_in ann @30: e0 e1 e2 e4");
        assertThat(played.found().getFirst().matches())
                .singleElement()
                .asString()
                .startsWith("fnd-");
    }

    @Test
    void rules_that_correlations_look_at_are_silent_unless_they_say_generate() {
        Correlations silent = Correlating.compile(
                        correlation("c", "type: temporal, rules: [one, id-two], timespan: 10s"))
                .correlations();
        assertThat(silent.standsAlone("id-one")).isFalse();
        assertThat(silent.standsAlone("id-two")).isFalse();
        assertThat(silent.standsAlone("id-three")).isTrue();
        assertThat(silent.standsAlone("id-c")).isTrue();
        Correlations loud = Correlating.compile(
                        correlation("c", "type: temporal, rules: [one, two], timespan: 10s, generate: true"),
                        correlation("d", "type: temporal, rules: [one, three], timespan: 10s"))
                .correlations();
        assertThat(loud.standsAlone("id-one")).isTrue();
        assertThat(loud.standsAlone("id-three")).isFalse();
    }

    @Test
    void months_and_years_are_means() {
        assertThat(Correlating.compile(correlation("c", "type: temporal, rules: [one, two], timespan: 2w"))
                        .correlations()
                        .rules()
                        .getFirst()
                        .timespan())
                .hasDays(14);
        assertThat(Correlating.compile(correlation("c", "type: temporal, rules: [one, two], timespan: 12M"))
                        .correlations()
                        .rules()
                        .getFirst()
                        .timespan())
                .hasSeconds(31_556_952);
    }
}
