package io.acso.core.detection;

import static io.acso.core.detection.Correlating.BASES;
import static io.acso.core.detection.Correlating.base;
import static io.acso.core.detection.Correlating.correlation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a correlation rule is said with its place and the cure. */
class CorrelationRulesTest {

    @Test
    void the_section_is_checked() {
        assertThat(failure("title: T\ncorrelation: [a]")).contains("'correlation' takes a map");
        assertThat(section("rules: one, timespan: 1m, condition: {gte: 1}")).contains("needs a 'type'");
        assertThat(section("type: near, rules: one, timespan: 1m, condition: {gte: 1}"))
                .startsWith("25:")
                .contains("'near' is not a type")
                .contains("temporal_ordered");
        assertThat(section("type: event_count, timespan: 1m, condition: {gte: 1}"))
                .contains("needs 'rules'");
        assertThat(section("type: event_count, rules: one, condition: {gte: 1}"))
                .contains("needs a 'timespan'");
        assertThat(section("type: event_count, rules: one, timespan: 1x, condition: {gte: 1}"))
                .contains("'1x' is not a timespan");
        assertThat(section("type: event_count, rules: one, timespan: 0s, condition: {gte: 1}"))
                .contains("between 1s and 100y");
        assertThat(section("type: event_count, rules: one, timespan: 1m, groupby: user, condition: {gte: 1}"))
                .contains("'groupby' is not known");
        assertThat(section("type: event_count, rules: one, timespan: 1m, generate: maybe, condition: {gte: 1}"))
                .contains("true or false");
    }

    @Test
    void the_condition_is_checked() {
        assertThat(condition("event_count", "")).contains("takes a comparison");
        assertThat(condition("event_count", ", condition: {over: 1}")).contains("'over' is no comparison");
        assertThat(condition("event_count", ", condition: {gte: many}")).contains("'gte' takes a number, not 'many'");
        assertThat(condition("event_count", ", condition: {gte: 1, field: a}")).contains("counts no field");
        assertThat(condition("event_count", ", condition: one and two")).contains("takes a comparison");
        assertThat(condition("value_count", ", condition: {gte: 1}")).contains("needs a 'field'");
        assertThat(condition("value_sum", ", condition: {gte: 1, field: [a, b]}"))
                .contains("takes one field");
        assertThat(condition("value_percentile", ", condition: {gte: 1, field: a, percentile: 101}"))
                .contains("between 0 and 100");
        assertThat(condition("value_avg", ", condition: {gte: 1, field: a, percentile: 5}"))
                .contains("belongs to value_percentile only");
        assertThat(condition("temporal", ", condition: one and three")).contains("'three' is not among the rules");
        assertThat(condition("temporal", ", condition: one")).contains("does not mention two");
        assertThat(condition("temporal", ", condition: not one and not two")).contains("holds when nothing occurs");
        assertThat(condition("temporal", ", condition: one and two and not one"))
                .contains("can never hold");
        assertThat(condition("temporal", ", condition: one and 3 of t*")).contains("3 of 1 rules");
        assertThat(condition("temporal", ", condition: one and (")).contains("expected");
    }

    @Test
    void references_are_checked_whatever_the_order_of_the_documents() {
        assertThat(section("type: temporal, rules: [one, nobody], timespan: 1m"))
                .contains("no rule with the id or name 'nobody'");
        assertThat(section("type: temporal, rules: [one, two], timespan: 1m, group-by: [a], aliases: {a: {three: b}}"))
                .contains("'aliases' names 'three'");
        assertThat(failures(base("one", 4).replace("id-one", "id-other")
                        + correlation("c", "type: temporal, rules: [one, two], timespan: 1m")))
                .singleElement()
                .asString()
                .contains("'one' means several rules");
        assertThat(failures(correlation("c", "type: temporal, rules: [one, d], timespan: 1m")
                        + "---\n"
                        + correlation("d", "type: temporal, rules: [two, c], timespan: 1m")))
                .hasSize(2)
                .allMatch(failure -> failure.contains("in the end to itself"));
        String outer = correlation("outer", "type: temporal, rules: [inner, one], timespan: 1m");
        String inner = correlation("inner", "type: temporal, rules: [one, two], timespan: 1m");
        RuleSet set = RuleSet.compile(Map.of("a.yml", outer, "b.yml", BASES + inner));
        assertThat(set.failures()).isEmpty();
        assertThat(set.correlations().rules()).extracting(CorrelationRule::name).containsExactly("inner", "outer");
    }

    @Test
    void an_id_belongs_to_one_rule_of_whatever_kind() {
        assertThat(failures(correlation("c", "type: temporal, rules: [one, two], timespan: 1m")
                        .replace("id-c", "id-one")))
                .singleElement()
                .asString()
                .contains("taken by rules.yml");
    }

    private static String condition(String type, String rest) {
        return section("type: " + type + ", rules: [one, two], timespan: 1m" + rest);
    }

    private static String section(String section) {
        return failure(BASES + correlation("c", section));
    }

    private static String failure(String yaml) {
        return Rules.failure(yaml);
    }

    private static List<String> failures(String documents) {
        return RuleSet.compile(Map.of("rules.yml", BASES + documents)).failures().stream()
                .map(failure -> failure.line() + ": " + failure.error())
                .toList();
    }
}
