package io.acso.core.intelligence.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The written form: what binds to what, and what is refused where. */
class PatternParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[a:b=1]OR[a:b=2]AND[a:b=3]FOLLOWEDBY[a:b=4] | ([a:b = 1] OR ([a:b = 2] AND [a:b = 3])) FOLLOWEDBY [a:b = 4]",
                "[a:b=1 OR a:b=2 AND a:b=3] | [a:b = 1 OR a:b = 2 AND a:b = 3]",
                "[(a:b=1 OR a:b=2) AND a:b=3] | [(a:b = 1 OR a:b = 2) AND a:b = 3]",
                "[a:b=1] AND [a:b=2] WITHIN 5 SECONDS | [a:b = 1] AND [a:b = 2] WITHIN 5 SECONDS",
                "([a:b=1] AND [a:b=2]) WITHIN .5 SECONDS REPEATS 2 TIMES | ([a:b = 1] AND [a:b = 2]) WITHIN 0.5 SECONDS REPEATS 2 TIMES",
                "[a:b=1] START '2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00.10Z' | [a:b = 1] START t'2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00.100Z'",
                "/* c */ [ a-b : 'c' . d [0] [*].'e-f' NOT == +1.50 ] // end | [a-b:c.d[0][*].'e-f' NOT = 1.50]",
                "[a:b<>b'AQID'] | [a:b != h'010203']",
                "[NOT EXISTS a:'IN'] | [NOT EXISTS a:'IN']",
                "[a:b IN(1,-2,.5)] | [a:b IN (1, -2, 0.5)]",
                "[a:b = 'it\\'s \\\\'] | [a:b = 'it\\'s \\\\']"
            })
    void is_written_out_in_one_form(String text, String form) {
        assertThat(PatternParser.parse(text)).hasToString(form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a:b = 1                | 0  | '['",
                "[a:b = 1               | 8  | ']'",
                "[a.b = 1]              | 2  | ':'",
                "[a:b-c = 1]            | 3  | quoted",
                "[a:b 1]                | 5  | comparison",
                "[a:b = null]           | 7  | constant",
                "[a:b > true]           | 7  | order",
                "[a:b LIKE 1]           | 10 | quoted string",
                "[a:b = 'c]             | 7  | does not end",
                "[a:b = 'c\\d']         | 9  | backslash",
                "[a:b = h'0']           | 7  | hexadecimal",
                "[a:b = b'===']         | 7  | base64",
                "[a:b = t'2026-13-01T00:00:00Z'] | 7 | timestamp",
                "[a:b = t'2026-02-30T00:00:00Z'] | 7 | timestamp",
                "[a:b = t'2026-01-01T24:00:00Z'] | 7 | timestamp",
                "[a:b = 007]            | 8  | ']'",
                "[a:b[x] = 1]           | 5  | index",
                "[a:b[99999999999] = 1] | 5  | long",
                "[a:b = 1] WITHIN 5     | 18 | SECONDS",
                "[a:b = 1] WITHIN 0 SECONDS  | 17 | longer",
                "[a:b = 1] WITHIN -1 SECONDS | 17 | seconds",
                "[a:b = 1] REPEATS 0 TIMES   | 18 | count",
                "[a:b = 1] REPEATS 1.5 TIMES | 18 | times",
                "[a:b = 1] START t'2026-01-01T00:00:00Z' | 39 | STOP",
                "[a:b = 1] within 5 SECONDS  | 10 | WITHIN",
                "[a:b = 1] [a:b = 2]    | 10 | the end",
                "[a:b IN (1, 'a')]      | 8  | one type",
                "[a:b = /x/]            | 7  | no meaning",
                "/* [a:b = 1]           | 0  | comment"
            })
    void what_is_no_pattern_is_refused_at_its_place(String text, int offset, String message) {
        assertThatExceptionOfType(InvalidSyntax.class)
                .isThrownBy(() -> PatternParser.parse(text))
                .withMessageContaining(message)
                .returns(offset, InvalidSyntax::offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[(", "[a:b = 1] AND (", "[a:b = 1] WITHIN 1 SECONDS REPEATS 1 TIMES AND "})
    void however_long_and_deep_it_neither_hangs_nor_overflows(String repeated) {
        assertThatExceptionOfType(InvalidSyntax.class).isThrownBy(() -> PatternParser.parse(repeated.repeat(50_000)));
    }

    @Test
    void a_long_chain_is_no_deep_one() {
        assertThat(PatternParser.parse("[a:b = 1]" + " AND [a:b = 1]".repeat(5_000)))
                .isInstanceOfSatisfying(
                        ObservationExpression.AllOf.class,
                        all -> assertThat(all.parts()).hasSize(5_001));
    }
}
