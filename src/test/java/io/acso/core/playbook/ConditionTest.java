package io.acso.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final Map<String, Value> VARIABLES = Map.of(
            "name", Value.of("web-01"),
            "count", Value.of("9"),
            "account", Value.of("0123"),
            "empty", Value.of(""),
            "none", Value.of(List.of()),
            "hosts", Value.of(List.of("web-01", "db-01")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "__name__:value = 'web-01' | TRUE",
                "__name__:value == 'web-01' | TRUE",
                "__name__:value != 'web-01' | FALSE",
                "__name__:value NOT = 'web-02' | TRUE",
                "__name__:value NOT != 'web-01' | TRUE",
                "__name__:value <> 'x' | TRUE",
                "__count__:value > 10 | FALSE",
                "__count__:value < '10' | TRUE",
                "__count__:value = 9.0 | TRUE",
                "__count__:value = '9.0' | FALSE",
                "__account__:value = '123' | FALSE",
                "__account__:value = 123 | TRUE",
                "__name__:value > 'a' | TRUE",
                "__name__:value IN ('db-01', 'web-01') | TRUE",
                "__name__:value NOT IN ('db-01') | TRUE",
                "__name__:value LIKE 'web-%' | TRUE",
                "__name__:value LIKE 'web_0_' | TRUE",
                "__name__:value LIKE 'web.01' | FALSE",
                "__name__:value MATCHES '^web-[0-9]+$' | TRUE",
                "[__name__:value = 'web-01'] AND ([__count__:value = 9]) | TRUE",
                "'10.1.2.3' ISSUBSET '10.0.0.0/8' | TRUE",
                "'10.1.0.0/16' ISSUBSET '10.1.2.0/24' | FALSE",
                "'10.0.0.0/8' ISSUPERSET '10.1.2.3' | TRUE",
                "'2001:db8::1' NOT ISSUBSET '10.0.0.0/8' | TRUE",
                "__name__:value ISSUBSET '10.0.0.0/8' | FALSE",
                "'10.1.2.3' ISSUBSET '10.0.0.0/40' | FALSE",
                "__empty__:value = '' | TRUE",
                "__none__:value = '[]' | TRUE",
                "__none__:value != '[]' | FALSE",
                "__none__:value = 'web-01' | FALSE",
                "__none__:value != 'web-01' | TRUE",
                "__none__:value > 0 | FALSE",
                "__hosts__:value != '[]' | TRUE",
                "__hosts__:value = 'db-01' | TRUE",
                "__hosts__:value != 'db-01' | FALSE",
                "__hosts__:value = __name__:value | TRUE",
                "__hosts__:value LIKE 'db%' | TRUE",
                "__later__:value = 'x' | UNKNOWN",
                "NOT __later__:value = 'x' | UNKNOWN",
                "__later__:value = 'x' AND 1 = 2 | FALSE",
                "__later__:value = 'x' OR 1 = 1 | TRUE",
                "true = true | TRUE",
                "1 = 1 OR 1 = 1 AND 1 = 2 | TRUE",
                "(1 = 1 OR 1 = 1) AND 1 = 2 | FALSE",
                "NOT 1 = 2 AND 1 = 2 | FALSE",
                "'it''s' = 'x' | error",
                "'it\\'s' = 'it\\'s' | TRUE",
            })
    void it_is_as_documented(String text, String expected) {
        if (expected.equals("error")) {
            assertThatThrownBy(() -> Condition.parse(text)).isInstanceOf(ConditionInvalid.class);
        } else {
            assertThat(Condition.parse(text).evaluate(name -> VARIABLES.getOrDefault(name, Value.UNKNOWN)))
                    .isEqualTo(Truth.valueOf(expected));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | at character 1 | a variable",
                "__a__:value | at character 12 | expected one of",
                "__a__ = 'x' | at character 1 | __name__:value",
                "$$a$$:value = 'x' | at character 1 | not $$name$$",
                "__a__:value = 'x | at character 15 | closing quote",
                "__a__:value = 'x' and 1 = 1 | at character 19 | not 'and'",
                "(1 = 1 | at character 7 | expected ')'",
                "__a__:value LIKE 5 | at character 18 | single quotes",
                "__a__:value MATCHES '(' | at character 21 | regular expression",
                "__a__:value IN 'x' | at character 16 | expected '('",
                "1 = 1 ; 2 | at character 7 | does not belong",
            })
    void an_error_names_the_character_and_the_cure(String text, String position, String cure) {
        assertThatThrownBy(() -> Condition.parse(text))
                .hasMessageContaining(position)
                .hasMessageContaining(cure);
    }

    @Test
    void bounds_hold() {
        assertThatThrownBy(() -> Condition.parse("(".repeat(1000) + "1 = 1")).hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> Condition.parse("1 = 1 OR ".repeat(1000) + "1 = 1"))
                .hasMessageContaining("4,000");
    }
}
