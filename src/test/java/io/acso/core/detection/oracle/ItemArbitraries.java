package io.acso.core.detection.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Items of a search, {@code field|modifiers: values}: every modifier with all that may legally stand beside it. */
final class ItemArbitraries {

    /** What {@code expand} finds. */
    static final Map<String, List<String>> PLACEHOLDERS =
            Map.of("one", List.of("ab"), "some", List.of("a*", "B", "\\*", "cmd"));

    /** A key with its values, one or a list of them. */
    record Item(String key, Object value) {}

    private static final Arbitrary<String> FIELD = Arbitraries.of(Words.FIELDS);
    private static final Arbitrary<String> ANYWHERE = Arbitraries.just("");
    private static final Arbitrary<String> TEXT = Arbitraries.oneOf(Words.pattern(), Words.plain());
    private static final Arbitrary<BigDecimal> NUMBER =
            Arbitraries.of(Words.NUMBERS).map(BigDecimal::new);

    private ItemArbitraries() {}

    static Arbitrary<Item> items() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, texts(FIELD, TEXT)),
                Tuple.of(4, plain()),
                Tuple.of(2, regexes(FIELD)),
                Tuple.of(2, numbers(FIELD)),
                Tuple.of(2, encodings(FIELD)),
                Tuple.of(1, networks(FIELD)),
                Tuple.of(1, times()),
                Tuple.of(1, references()),
                Tuple.of(1, existence()),
                Tuple.of(1, expanded()));
    }

    /** Items without a field, whose values may stand anywhere in the event. */
    static Arbitrary<Item> keywords() {
        return Arbitraries.oneOf(
                texts(ANYWHERE, TEXT.filter(text -> !text.isEmpty())),
                regexes(ANYWHERE),
                networks(ANYWHERE),
                numbers(ANYWHERE),
                encodings(ANYWHERE));
    }

    /** A list's plain elements: keywords too. */
    static Arbitrary<Object> keyword() {
        return Arbitraries.oneOf(TEXT.filter(text -> !text.isEmpty()), NUMBER).map(word -> word);
    }

    private static Arbitrary<Item> texts(Arbitrary<String> field, Arbitrary<String> text) {
        return items(
                field,
                anyOf("contains startswith endswith contains|cased cased|startswith endswith|cased windash"
                        + " windash|contains contains|windash windash|cased startswith|windash"),
                text);
    }

    private static Arbitrary<Item> plain() {
        Arbitrary<Object> value = Arbitraries.frequencyOf(
                Tuple.of(5, Words.pattern()),
                Tuple.of(2, Words.plain()),
                Tuple.of(2, NUMBER),
                Tuple.of(1, Arbitraries.of(true, false)),
                Tuple.of(1, Arbitraries.of("", "*", "?*")),
                Tuple.of(1, Arbitraries.create(() -> null)));
        return items(FIELD, Arbitraries.of("", "", "", "", "cased"), value);
    }

    private static Arbitrary<Item> numbers(Arbitrary<String> field) {
        return items(field, anyOf("lt lte gt gte"), Arbitraries.oneOf(NUMBER, Arbitraries.of(Words.NUMBERS)));
    }

    private static Arbitrary<Item> times() {
        Arbitrary<String> modifiers = Combinators.combine(
                        anyOf("minute hour day week month year"), Arbitraries.of("", "|lt", "|lte", "|gt", "|gte"))
                .as(String::concat);
        return items(FIELD, modifiers, Arbitraries.of(0, 1, 3, 5, 11, 12, 23, 31, 53, 2025, 2026));
    }

    private static Arbitrary<Item> encodings(Arbitrary<String> field) {
        Arbitrary<String> modifiers = Combinators.combine(
                        Arbitraries.of("", "windash|"),
                        Arbitraries.of("", "wide|", "utf16le|", "utf16be|", "utf16|"),
                        Arbitraries.of("base64", "base64offset"),
                        Arbitraries.of("", "|contains", "|startswith", "|endswith", "|cased", "|contains|cased"))
                .as((dashes, wide, base64, place) -> dashes + wide + base64 + place);
        return items(field, modifiers, Words.plain().filter(ItemArbitraries::isEncodable));
    }

    /** Long enough to leave something between the neighbours; more dashes have more forms than are worth their time. */
    private static boolean isEncodable(String word) {
        return word.length() > 1
                && word.chars()
                                .filter(c -> "-/\u2013\u2014\u2015".indexOf(c) >= 0)
                                .count()
                        <= 2;
    }

    private static Arbitrary<Item> networks(Arbitrary<String> field) {
        return items(
                field,
                Arbitraries.just("cidr"),
                anyOf("10.1.2.3 10.0.0.0/8 10.1.2.0/30 10.1.2.4/32 0.0.0.0/0 fe80::/10 ::/0 ::1 ::ffff:10.0.0.0/104"
                        + " ::1/128"));
    }

    private static Arbitrary<Item> references() {
        Arbitrary<String> relations = Arbitraries.of("", "|contains", "|startswith", "|endswith", "|cased");
        return items(FIELD, relations.map("fieldref"::concat), FIELD);
    }

    private static Arbitrary<Item> existence() {
        return Combinators.combine(FIELD, Arbitraries.of(true, false))
                .as((field, expected) -> new Item(field + "|exists", expected));
    }

    private static Arbitrary<Item> expanded() {
        return items(
                FIELD,
                Arbitraries.of("expand", "expand|contains", "expand|startswith"),
                anyOf("%one% %some% x%some% %some%%one% \\%one% a\\%%one%b ab %some%*"));
    }

    /** The common ground of PCRE, RE2 and the JDK, put together from pieces. */
    private static Arbitrary<Item> regexes(Arbitrary<String> field) {
        Arbitrary<String> repeated = Combinators.combine(
                        anyOf("a b B ab cmd . \\. [ab] [^a] \\d (a|b) (?:ab|b) - s \\\\ \ud83d\ude00"),
                        Arbitraries.of("", "", "", "+", "*", "?", "{1,2}", ".*"))
                .as(String::concat);
        // the oracle's matcher tries back: more repetitions than two would take it hours on a long text
        Arbitrary<String> whole = Combinators.combine(
                        Arbitraries.of("", "", "^", "(?=a)", "(?!b)", "[^b]", "ab"),
                        repeated.list().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.of("", "", "$", "|ab", "\\b"))
                .as((start, parts, end) -> start + String.join("", parts) + end);
        // an empty match after the last line feed is where PCRE and RE2 part
        Arbitrary<String> lines = anyOf("^a b$ ^b$ ^[ab]+$ ^ab|cmd$ ^.b (?=a)^a ^- a$.b");
        return Arbitraries.oneOf(
                items(field, anyOf("re re|i re|s re|i|s"), whole), items(field, anyOf("re|m re|i|m re|m|s"), lines));
    }

    private static Arbitrary<Item> items(Arbitrary<String> field, Arbitrary<String> modifiers, Arbitrary<?> value) {
        Arbitrary<? extends List<?>> values = Arbitraries.frequencyOf(
                Tuple.of(4, value.list().ofSize(1)),
                Tuple.of(3, value.list().ofMinSize(2).ofMaxSize(6)));
        return Combinators.combine(
                        field, modifiers, values, Arbitraries.integers().between(0, 11))
                .as(ItemArbitraries::item);
    }

    private static Item item(String field, String modifiers, List<?> values, int extra) {
        List<String> parts = new ArrayList<>(List.of(field));
        if (!modifiers.isEmpty()) {
            parts.add(modifiers);
        }
        if (extra < 2) {
            parts.add("neq");
        }
        if (values.size() > 1 && extra % 3 == 1) {
            // its place among the others means nothing
            parts.add(extra % 2 == 0 ? 1 : parts.size(), "all");
        }
        return new Item(String.join("|", parts), values.size() == 1 && extra != 5 ? values.getFirst() : values);
    }

    private static Arbitrary<String> anyOf(String words) {
        return Arbitraries.of(words.split(" "));
    }
}
