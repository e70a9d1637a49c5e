package io.acso.core.detection.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTestTest {

    @ParameterizedTest
    @ValueSource(strings = {"(a{1000}){1000}", "((a{100}){100}){100}"})
    void counts_do_not_multiply_without_end(String expression) {
        assertThatThrownBy(() -> RegexTest.compile(expression, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lower them");
    }

    @Test
    void nesting_has_an_end() {
        String deep = "(".repeat(9_999) + ")".repeat(9_999);
        assertThatThrownBy(() -> RegexTest.compile(deep, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** The first is run by RE2, the others by the JDK, which alone would take years. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(?=a)(a+)+$", "^(a|aa)+(?!b)c$"})
    void no_expression_hangs(String expression) {
        RegexTest test = RegexTest.compile(expression, Set.of());
        Value value = Value.of("a".repeat(5_000) + "!");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(test.test(value)).isFalse());
    }
}
