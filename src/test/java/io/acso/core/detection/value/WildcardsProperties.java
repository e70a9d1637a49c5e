package io.acso.core.detection.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class WildcardsProperties {

    @Property(tries = 5_000)
    void a_pattern_means_what_a_naive_reading_of_it_says(
            @ForAll @Chars({'a', 'b', 'B', '*', '?', '\\'}) @StringLength(max = 8) String pattern,
            @ForAll @Chars({'a', 'b', 'A', '*', '?', '\\'}) @StringLength(max = 8) String text) {
        boolean expected = naive(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
        assertThat(test(pattern, text)).isEqualTo(expected);
    }

    @Property
    void what_was_escaped_matches_only_itself(
            @ForAll @Size(max = 10) List<@CharRange(from = ' ', to = '~') Character> characters,
            @ForAll @StringLength(max = 10) String other) {
        StringBuilder text = new StringBuilder();
        StringBuilder escaped = new StringBuilder();
        for (char c : characters) {
            text.append(c);
            escaped.append("\\*?".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        assertThat(test(escaped.toString(), text.toString())).isTrue();
        assertThat(test(escaped.toString(), other)).isEqualTo(other.equalsIgnoreCase(text.toString()));
    }

    @Property
    void a_dash_is_any_of_five_exactly_where_one_stands(
            @ForAll @Chars({'a', '-', '/', '\u2013'}) @StringLength(max = 4) String rule,
            @ForAll @Chars({'a', '-', '/', '\u2014', '\u2015'}) @StringLength(max = 4) String text) {
        boolean expected = Encodings.dashForms(rule).contains(text);
        assertThat(Wildcards.literal(rule).test(Fold.DASHES).test(Value.of(text)))
                .isEqualTo(expected);
    }

    @Property
    void base64_of_more_contains_one_of_three_forms(
            @ForAll @Size(min = 2, max = 12) byte[] needle,
            @ForAll @Size(max = 9) byte[] before,
            @ForAll @Size(max = 9) byte[] after) {
        byte[] whole = new byte[before.length + needle.length + after.length];
        System.arraycopy(before, 0, whole, 0, before.length);
        System.arraycopy(needle, 0, whole, before.length, needle.length);
        System.arraycopy(after, 0, whole, before.length + needle.length, after.length);
        String form = Encodings.base64Offsets(needle).get(before.length % 3);
        assertThat(Base64.getEncoder().encodeToString(whole)).contains(form);
    }

    @Property
    void a_network_holds_an_address_when_its_first_bits_agree(
            @ForAll int network, @ForAll int address, @ForAll @IntRange(max = 32) int bits) {
        boolean expected = bits == 0 || (network ^ address) >>> (32 - bits) == 0;
        NetworkTest test = NetworkTest.parse(dotted(network) + "/" + bits);
        assertThat(test.test(Value.of(dotted(address)))).isEqualTo(expected);
    }

    private static String dotted(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }

    private static boolean test(String pattern, String text) {
        return Wildcards.parse(pattern).test(Fold.CASELESS).test(Value.of(text));
    }

    private static boolean naive(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        char first = pattern.charAt(0);
        String rest = pattern.substring(1);
        if (first == '*') {
            return naive(rest, text) || !text.isEmpty() && naive(pattern, text.substring(1));
        }
        if (text.isEmpty()) {
            return false;
        }
        if (first == '?') {
            return naive(rest, text.substring(1));
        }
        boolean escape = first == '\\' && !rest.isEmpty() && "\\*?".indexOf(rest.charAt(0)) >= 0;
        char wanted = escape ? rest.charAt(0) : first;
        return text.charAt(0) == wanted && naive(escape ? rest.substring(1) : rest, text.substring(1));
    }
}
