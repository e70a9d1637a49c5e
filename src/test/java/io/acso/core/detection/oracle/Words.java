package io.acso.core.detection.oracle;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** The few words that rules and events have in common, so that they meet, and what becomes of them. */
final class Words {

    static final List<String> FIELDS = List.of("a", "b", "a.b", "a.b.c", "b.a", "A", "c", "EventID", "Provider_Name");
    static final List<String> NUMBERS = List.of("0", "1", "2", "5", "-1", "11", "23", "4688", "1.5");

    /** With their strange neighbours: what is one when case does not count, and what lies beside it. */
    private static final List<String> TRICKY = words(
            "i~I~\u0130~\u0131~s~\u017f~\u00df~\u1e9e~ss~k~\u212a~\u03c3~\u03c2~\u00b5~\u03bc~\u00e5~\u212b~\ud83d\ude00~\ud83d\ude01~"
                    + "\ud801\udc00~\ud801\udc28~e\u0301~\u00e9~\u4e2d~ ~\t~\n~a\nb~\u00ff\u00fe~%~\"~'~{}");

    private static final List<String> ORDINARY = words(
            "ab~abc~abcd~ba~aab~cmd~CMD.exe~\\cmd.exe~ -a~ /a~-~--~/~\u2013a~\u2014~\u2015b~true~FALSE~null~10.1.2.3~10.1.2.4~"
                    + "10.0.0.0~fe80::1%eth0~::1~::ffff:10.1.2.3~10.1.2~010.1.2.3~2026-03-11T23:05:00Z~2026-03-11 01:11~2025-12-31~"
                    + "2026-02-30~2027-01-01T00:00:00+02:00~abababababababababababababababababababab");

    private static final List<String> SPELLED =
            words("0~1~01~1.0~1.50~+5~5 ~1e1~11~4688~0x5~-1~-0~.5~\u0665~1\u0665~5.~23~NaN~1e999999999999");

    private Words() {}

    private static List<String> words(String joined) {
        return List.of(joined.split("~"));
    }

    /** Without meaning for a rule: no backslash, no wildcard. */
    static Arbitrary<String> plain() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.strings().withChars("abAB-/").ofMaxLength(4)),
                Tuple.of(3, Arbitraries.of(ORDINARY).filter(word -> !word.contains("\\"))),
                Tuple.of(2, Arbitraries.of(TRICKY)),
                Tuple.of(1, Arbitraries.of(SPELLED)));
    }

    /** With wildcards and backslashes wherever they fall. */
    static Arbitrary<String> pattern() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, plain()),
                Tuple.of(2, Arbitraries.strings().withChars("abB*?\\").ofMaxLength(6)),
                Tuple.of(1, Arbitraries.of(ORDINARY)),
                Tuple.of(1, joined(plain(), Arbitraries.of("*", "?", "\\*", "\\?", "\\\\", "\\\\*"))),
                Tuple.of(1, joined(Arbitraries.of("*", "?", "*?", "??*", "\\"), plain())));
    }

    /** What an event may say: words, one after the other, in other case, encoded, or nearly right. */
    static Arbitrary<String> said() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                Tuple.of(5, plain()),
                Tuple.of(2, Arbitraries.of(ORDINARY)),
                Tuple.of(1, Arbitraries.strings().withChars("ab*?\\").ofMaxLength(4)),
                Tuple.of(2, encoded()));
        Arbitrary<String> cased = Combinators.combine(
                        piece, Arbitraries.integers().between(0, 4))
                .as((text, how) ->
                        how == 0 ? text.toUpperCase(Locale.ROOT) : how == 1 ? text.toLowerCase(Locale.ROOT) : text);
        return Arbitraries.frequencyOf(
                Tuple.of(5, cased),
                Tuple.of(3, joined(cased, cased)),
                Tuple.of(1, joined(joined(cased, cased), cased)),
                Tuple.of(
                        1,
                        Combinators.combine(cased, Arbitraries.of(40, 300))
                                .as((text, times) ->
                                        text.repeat(times).substring(0, Math.min(400, text.length() * times)))));
    }

    /** Base64 of a word amid others, straight or of its UTF-16, or its UTF-16 bytes as characters. */
    private static Arbitrary<String> encoded() {
        return Combinators.combine(
                        Arbitraries.of("", "x", "xy"),
                        plain(),
                        Arbitraries.of("", "z"),
                        Arbitraries.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE),
                        Arbitraries.of("", "\u00ff\u00fe"),
                        Arbitraries.of(true, true, false))
                .as(Words::encode);
    }

    private static String encode(
            String before, String word, String after, Charset charset, String mark, boolean base64) {
        String latin = mark + before + new String(word.getBytes(charset), StandardCharsets.ISO_8859_1) + after;
        return base64 ? Base64.getEncoder().encodeToString(latin.getBytes(StandardCharsets.ISO_8859_1)) : latin;
    }

    /** A number spelled out, mostly one that is a number. */
    static Arbitrary<String> spelled() {
        return Arbitraries.of(SPELLED);
    }

    private static Arbitrary<String> joined(Arbitrary<String> first, Arbitrary<String> second) {
        return Combinators.combine(first, second).as(String::concat);
    }
}
