package io.acso.core.intelligence.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** LIKE says what the regular expression says that it stands for. */
class LikeProperties {

    @Property
    void agrees_with_a_regular_expression(
            @ForAll @Chars({'a', 'b', '%', '_'}) @StringLength(max = 8) String pattern,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 10) String text) {
        String regex = pattern.replace("%", ".*").replace("_", ".");
        boolean expected = Pattern.matches(regex, text);
        assertThat(Like.of(pattern).test(text)).isEqualTo(expected);
        assertThat(Like.matches(pattern, text)).isEqualTo(expected);
    }
}
