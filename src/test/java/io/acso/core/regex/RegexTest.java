package io.acso.core.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.regex.Regex.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PCRE says, whichever of the two matchers answers. */
class RegexTest {

    @ParameterizedTest
    @CsvSource({
        "'^[[:alpha:]]+$', abc, true",
        "'^[[:alpha:]]+$', 'ab:', false",
        "'^[a[]+$', 'a[', true",
        "'^[a&&b]+$', 'a&b', true",
        "'^[]a]+$', ']a', true",
        "'^\\[x[ab]$', '[xb', true",
        "'^[\\]a]$', ']', true",
        "'(?P<n>a)b', ab, true"
    })
    void brackets_and_names_are_read_as_in_pcre(String expression, String text, boolean found) {
        assertThat(Regex.compile(expression).find(text)).isEqualTo(found);
    }

    @Test
    void only_a_line_feed_ends_a_line_and_an_end_may_stand_before_the_last() {
        assertThat(Regex.compile("a$").find("a\n")).isTrue();
        assertThat(Regex.compile("[[:alpha:]]$").find("a\n")).isTrue();
        assertThat(Regex.compile("a$").find("a\r")).isFalse();
        assertThat(Regex.compile("a$").find("a\nb")).isFalse();
        assertThat(Regex.compile("a$", Flag.MULTILINE).find("a\nb")).isTrue();
        assertThat(Regex.compile("a.b").find("a\nb")).isFalse();
        assertThat(Regex.compile("a.b", Flag.DOT_ALL).find("a\nb")).isTrue();
        assertThat(Regex.compile("É", Flag.CASELESS).find("é")).isTrue();
    }

    @Test
    void what_takes_too_long_is_answered_in_linear_time_or_given_up() {
        String text = "a".repeat(5_000) + "!";
        assertThat(Regex.compile("(a+)+$").find(text)).isFalse();
        Regex hard = Regex.compile("(?=a)(a+)+$");
        assertThatThrownBy(() -> hard.find(text)).isInstanceOf(Regex.Unfinished.class);
    }
}
