package io.acso.core.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a comparison in brackets asks of one object. */
class ComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"n\": 5              | x:n = 5.0",
                "\"n\": 5.0            | x:n IN (1, 5)",
                "\"n\": 9007199254740993 | x:n > 9007199254740992",
                "\"n\": -1             | x:n < +0",
                "\"s\": \"b\"          | x:s >= 'b' AND x:s NOT < 'b'",
                "\"s\": \"it's \\\\ ok\" | x:s = 'it\\'s \\\\ ok'",
                "\"s\": \"a\"          | x:s <> 'b' AND x:s == 'a'",
                "\"b\": true           | x:b = true AND x:b != false",
                "\"s\": \"alice\"      | x:s = h'616c696365' AND x:s = b'YWxpY2U='",
                "\"a_hex\": \"0102ff\" | x:a_hex = h'0102FF' AND x:a_hex > h'0102'",
                "\"a_bin\": \"YWxpY2U=\" | x:a_bin = 'alice' AND x:a_bin LIKE 'al%' AND x:a_bin MATCHES '\\\\x6c'",
                "\"t\": \"2026-01-01T00:00:00.50Z\" | x:t = t'2026-01-01T00:00:00.5Z'",
                "\"t\": \"2026-01-01T00:00:00.123456789Z\" | x:t > t'2026-01-01T00:00:00.123456788Z'",
                "\"s\": \"100%\"       | x:s LIKE '1_0%' AND x:s NOT LIKE '1_0'",
                "\"s\": \"line\\nbreak\" | x:s LIKE '%k'",
                "\"s\": \"cmd.exe\"    | x:s MATCHES '^cmd\\\\.(?:exe)$'",
                "\"s\": \"abab\"       | x:s MATCHES '^(ab)\\\\1$'",
                "\"s\": \"10.1.2.3\"   | x:s ISSUBSET '10.0.0.0/8' AND x:s ISSUPERSET '10.1.2.3'",
                "\"s\": \"2001:db8::/48\" | x:s ISSUBSET '2001:db8::/32' AND x:s ISSUPERSET '2001:0db8:0:1::1'",
                "\"s\": \"10.0.0.0/8\" | x:s NOT ISSUBSET '10.0.0.0/9' AND x:s NOT ISSUBSET '::/0'",
                "\"s\": \"0.0.0.0/0\"  | x:s ISSUPERSET '203.0.113.9/32'",
                "\"a\": [1, [2, 3]]    | x:a[1][0] = 2 AND x:a[*] = 1 AND x:a[*][*] = 3",
                "\"d\": {\"k-e.y\": {\"in\": 1}} | x:d.'k-e.y'.in = 1",
                "\"n\": 1              | EXISTS x:n AND NOT EXISTS x:m",
                "\"r_ref\": \"none\"   | EXISTS x:r_ref AND NOT EXISTS x:r_ref.name",
                "\"n\": null           | NOT EXISTS x:n AND x:n != 1"
            })
    void holds(String properties, String comparison) {
        assertThat(Observed.of(properties).matches("[" + comparison + "]")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"n\": 5              | x:n = '5'",
                "\"n\": 5              | x:n > 'a' OR x:n NOT > 'a'",
                "\"b\": true           | x:b = 1 OR x:b > 0",
                "\"s\": \"\u0103\"     | x:s = h'03' OR x:s > h'03' OR x:s < h'03'",
                "\"s\": \"a\u0301\"    | x:s = '\u00e1'",
                "\"s\": \"true\"       | x:s = true",
                "\"s\": \"example.org\" | x:s ISSUBSET '10.0.0.0/8' OR x:s ISSUPERSET '10.0.0.0/8'",
                "\"s\": \"10.0.0.0/33\" | x:s ISSUBSET '0.0.0.0/0'",
                "\"a\": [1, 2]         | x:a = 1 OR x:a[2] = 1 OR x:a[-1] = 2",
                "\"d\": {\"k\": 1}     | x:d[*] = 1 OR x:d[0] = 1",
                "\"n\": 1              | y:n = 1",
                "\"n\": 1              | x:m = 1 OR x:m != 1 OR x:m NOT = 1 OR x:n.m != 1",
                "\"r_ref\": \"none\"   | x:r_ref.name != 'a'",
                "\"s\": \"a\"          | x:s IN ()"
            })
    void does_not_hold(String properties, String comparison) {
        assertThat(Observed.of(properties).match("[" + comparison + "]")).isInstanceOf(PatternAnswer.Unmatched.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"t\": \"2026-01-01T00:00:00\"   | x:t != t'2026-01-01T00:00:00Z'   | is no timestamp",
                "\"t\": \"2026-01-01t00:00:00Z\"  | x:t = t'2026-01-01T00:00:00Z'    | is no timestamp",
                "\"t\": \"2026-02-30T00:00:00Z\"  | x:t IN (t'2026-01-01T00:00:00Z') | is no timestamp",
                "\"a_hex\": \"0x\"                | x:a_hex = h'00'                  | a_hex does not hold",
                "\"a_ref\": 1                     | x:a_ref.n = 1                    | reference is no string",
                "\"a_refs\": \"b\"                | x:a_refs[*].n = 1                | a_refs is no list"
            })
    void what_is_malformed_leaves_it_open_and_is_named(String properties, String comparison, String reason) {
        Observed observed = Observed.of(properties);
        assertThat(observed.match("[" + comparison + "]"))
                .isInstanceOfSatisfying(
                        PatternAnswer.Undecided.class,
                        undecided -> assertThat(undecided.reasons())
                                .singleElement()
                                .asString()
                                .contains("observed-data--0", reason));
    }

    @Test
    void what_is_malformed_hides_nothing_else() {
        Observed observed = Observed.of("\"t\": [\"soon\", \"2026-01-01T00:00:00Z\"], \"n\": 1");
        assertThat(observed.matches("[x:t[*] = t'2026-01-01T00:00:00Z']")).isTrue();
        assertThat(observed.matches("[x:t[0] = t'2026-01-01T00:00:00Z' OR x:n = 1]"))
                .isTrue();
    }

    @Test
    void one_object_has_to_satisfy_all_of_it() {
        Observed two = Observed.of("\"n\": 1").and(0, "\"m\": 1");
        assertThat(two.matches("[x:n = 1 AND x:m = 1]")).isFalse();
        assertThat(two.matches("[x:n = 1] AND [x:m = 1]")).isTrue();
    }

    @Test
    void an_expression_that_backtracks_without_end_leaves_it_open() {
        Observed observed = Observed.of("\"s\": \"" + "a".repeat(60) + "!\"");
        assertThat(observed.match("[x:s MATCHES '^(a|aa)+\\\\1b$']")).isInstanceOf(PatternAnswer.Undecided.class);
        assertThat(observed.match("[x:s MATCHES '^(a+)+$']")).isInstanceOf(PatternAnswer.Unmatched.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[x:s MATCHES '(']     | not a regular expression",
                "[x:s ISSUBSET 'net']  | no address or network",
                "[x:s IN (1, 'a')]     | of one type",
                "[x:s IN (1, 1.5)] REPEATS 2147483647 TIMES REPEATS 2 TIMES | multiply"
            })
    void constants_that_mean_nothing_are_refused(String pattern, String reason) {
        assertThatThrownBy(() -> StixPattern.parse(pattern))
                .isInstanceOf(InvalidPattern.class)
                .hasMessageContaining(reason);
    }
}
