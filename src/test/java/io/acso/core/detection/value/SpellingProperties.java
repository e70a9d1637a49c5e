package io.acso.core.detection.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Text with wildcards keeps its meaning when it is written and read again. */
class SpellingProperties {

    @Property
    void what_is_written_is_read_as_the_same(@ForAll("texts") String text) {
        Wildcards read = Wildcards.parse(text);

        assertThat(Wildcards.parse(Spelling.of(read))).isEqualTo(read);
        assertThat(Spelling.ofPlain(Spelling.plain(read))).isEqualTo(read);
        assertThat(Spelling.mapLiterals(read, literal -> literal)).isEqualTo(read);
    }

    @Property
    void an_expression_finds_what_the_text_means(@ForAll("texts") String text, @ForAll("plain") String value) {
        Wildcards read = Wildcards.parse(text);
        ValueTest whole = RegexTest.compile("^(?:" + Spelling.regex(read) + ")$", java.util.Set.of("s"));

        assertThat(whole.test(Value.of(value)))
                .isEqualTo(read.test(Fold.of(true, false)).test(Value.of(value)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab\\*?").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().withChars("ab\\*?").ofMaxLength(5);
    }
}
