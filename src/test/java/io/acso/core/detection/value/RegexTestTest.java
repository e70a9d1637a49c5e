package io.acso.core.detection.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTestTest {

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
