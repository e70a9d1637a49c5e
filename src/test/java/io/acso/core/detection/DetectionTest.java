package io.acso.core.detection;

import static io.acso.core.detection.Rules.failure;
import static io.acso.core.detection.Rules.matches;
import static io.acso.core.detection.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches and the conditions over them. */
class DetectionTest {

    private static final String SEARCHES = "a: {a: 1}\nb: {b: 1}\nb2: {b: 2, c: 1}\n_x: {x: 1}\n";

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            a                      ~ {"a":1}              ~ true
            not a                  ~ {"a":1}              ~ false
            a or b and b2          ~ {"a":1}              ~ true
            (a or b) and b2        ~ {"a":1}              ~ false
            not a and b            ~ {"b":1}              ~ true
            not (a and b)          ~ {"a":1}              ~ true
            not not a              ~ {"a":1}              ~ true
            A AND NOT b            ~ {"a":1}              ~ error
            a AND NOT b            ~ {"a":1}              ~ true
            1 of them              ~ {"x":1}              ~ false
            1 of them              ~ {"b":1}              ~ true
            any of them            ~ {"b":1}              ~ true
            2 of them              ~ {"a":1}              ~ false
            2 of them              ~ {"a":1,"b":1}        ~ true
            all of them            ~ {"a":1,"b":[1,2],"c":1} ~ true
            all of b*              ~ {"b":[1,2]}          ~ false
            all of b*              ~ {"b":[1,2],"c":1}    ~ true
            1 of *2                ~ {"b":2,"c":1}        ~ true
            1 of _x*               ~ {"x":1}              ~ true
            1 of b* and not a      ~ {"b":1}              ~ true
            1 of nothing*          ~ {"a":1}              ~ error
            9 of them              ~ {"a":1}              ~ error
            a and                  ~ {"a":1}              ~ error
            (a                     ~ {"a":1}              ~ error
            a b                    ~ {"a":1}              ~ error
            a | count() > 5        ~ {"a":1}              ~ error
            0 of them              ~ {"a":1}              ~ error
            """)
    void a_condition_decides(String condition, String event, String expected) {
        String detection = SEARCHES + "condition: '" + condition.trim() + "'";
        if (expected.trim().equals("error")) {
            assertThat(failure(rule(detection))).startsWith("9: ");
        } else {
            assertThat(matches(detection, event)).isEqualTo(Boolean.parseBoolean(expected.trim()));
        }
    }

    @Test
    void several_conditions_are_alternatives() {
        String detection = SEARCHES + "condition: [a, b]";
        assertThat(matches(detection, "{\"b\":1}")).isTrue();
        assertThat(matches(detection, "{\"c\":1}")).isFalse();
    }

    @Test
    void a_list_of_maps_is_alternatives_and_a_map_is_all_of_its_fields() {
        String detection = "s:\n    - a: 1\n      b: 1\n    - c: 1\ncondition: s";
        assertThat(matches(detection, "{\"a\":1,\"b\":1}")).isTrue();
        assertThat(matches(detection, "{\"c\":1}")).isTrue();
        assertThat(matches(detection, "{\"a\":1,\"b\":2}")).isFalse();
    }

    @Test
    void keywords_are_sought_in_every_value() {
        String any = "k: ['evil', 'x*z', 4711]\ncondition: k";
        assertThat(matches(any, "{\"a\":{\"b\":[\"so EVIL it is\"]}}")).isTrue();
        assertThat(matches(any, "{\"a\":\"__xyz__\"}")).isTrue();
        assertThat(matches(any, "{\"a\":4711}")).isTrue();
        assertThat(matches(any, "{\"evil\":\"name of a field\"}")).isFalse();
        String all = "k:\n    '|all': ['one', 'two']\ncondition: k";
        assertThat(matches(all, "{\"a\":\"one\",\"b\":\"two\"}")).isTrue();
        assertThat(matches(all, "{\"a\":\"one\"}")).isFalse();
        assertThat(matches("k:\n    '|re': 'e.il'\ncondition: k", "{\"a\":\"evil\"}"))
                .isTrue();
    }

    @Test
    void what_matched_is_named_with_its_value() {
        String yaml = rule("s:\n    a|contains: [x, y]\n    b|exists: true\nf: {c: 1}\nk: ['why']\n"
                + "condition: s and not f and k");
        RuleSet set = RuleSet.compile(java.util.Map.of("r.yml", yaml));

        assertThat(set.match(EventView.of(Rules.SOURCE, "{\"a\":\"Why\",\"b\":2}")))
                .singleElement()
                .satisfies(match -> assertThat(match.matched())
                        .extracting(Object::toString)
                        .containsExactly(
                                "MatchedField[field=a, value=Why]",
                                "MatchedField[field=b, value=2]",
                                "MatchedField[field=, value=Why]"));
    }
}
