package io.acso.core.detection.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** Modifiers in their order and the values that they take. */
    private record Shape(List<String> modifiers, Arbitrary<?> values) {}

    private ItemArbitraries() {}

    static Arbitrary<Item> items() {
        return shapes().flatMap(shape -> items(shape, Arbitraries.of(Words.FIELDS)));
    }

    /** Items without a field, whose values may stand anywhere in the event. */
    static Arbitrary<Item> keywords() {
        return Arbitraries.oneOf(texts(), regexes(), networks(), numbers(), encodings())
                .map(shape -> new Shape(shape.modifiers(), shape.values().filter(ItemArbitraries::isSomething)))
                .flatMap(shape -> items(shape, Arbitraries.just("")))
                .filter(item -> item.key().contains("|"));
    }

    /** A list's plain elements: keywords too. */
    static Arbitrary<Object> keyword() {
        return Arbitraries.oneOf(Words.pattern(), number())
                .filter(ItemArbitraries::isSomething)
                .map(word -> word);
    }

    private static boolean isSomething(Object value) {
        return value != null && !value.equals("");
    }

    private static Arbitrary<Shape> shapes() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, texts()),
                Tuple.of(4, plain()),
                Tuple.of(2, regexes()),
                Tuple.of(2, numbers()),
                Tuple.of(2, encodings()),
                Tuple.of(1, networks()),
                Tuple.of(1, times()),
                Tuple.of(1, references()),
                Tuple.of(1, Arbitraries.just(new Shape(List.of("exists"), Arbitraries.of(true, false)))),
                Tuple.of(1, Arbitraries.just(new Shape(List.of("expand"), expanded()))));
    }

    private static Arbitrary<Item> items(Shape shape, Arbitrary<String> field) {
        boolean single = shape.modifiers().contains("exists");
        Arbitrary<? extends List<?>> values = Arbitraries.frequencyOf(
                Tuple.of(4, shape.values().list().ofSize(1)),
                Tuple.of(single ? 0 : 3, shape.values().list().ofMinSize(2).ofMaxSize(6)));
        return Combinators.combine(field, values, Arbitraries.integers().between(0, 11))
                .as((name, list, extra) -> item(name, shape.modifiers(), list, single ? -1 : extra));
    }

    private static Item item(String field, List<String> shape, List<?> values, int extra) {
        List<String> modifiers = new ArrayList<>(shape);
        if (extra == 0 || extra == 1) {
            modifiers.add("neq");
        }
        if (values.size() > 1 && extra % 3 == 1) {
            // its place among the others means nothing
            modifiers.add(extra % 2 == 0 ? 0 : modifiers.size(), "all");
        }
        String key = String.join(
                "|", Stream.concat(Stream.of(field), modifiers.stream()).toList());
        return new Item(key, values.size() == 1 && extra != 5 ? values.getFirst() : values);
    }

    private static Arbitrary<Shape> texts() {
        return Arbitraries.of(
                        "contains",
                        "startswith",
                        "endswith",
                        "contains|cased",
                        "cased|startswith",
                        "endswith|cased",
                        "windash|contains",
                        "contains|windash",
                        "windash",
                        "windash|cased",
                        "startswith|windash")
                .map(modifiers -> shape(modifiers, Arbitraries.oneOf(Words.pattern(), Words.plain())));
    }

    private static Arbitrary<Shape> plain() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(shape("", Words.pattern()))),
                Tuple.of(2, Arbitraries.just(shape("", Words.plain()))),
                Tuple.of(2, Arbitraries.just(shape("", number()))),
                Tuple.of(1, Arbitraries.just(shape("", Arbitraries.of(true, false)))),
                Tuple.of(1, Arbitraries.just(shape("", Arbitraries.of("", "*", "?*")))),
                Tuple.of(1, Arbitraries.just(shape("", Arbitraries.create(() -> null)))),
                Tuple.of(1, Arbitraries.just(shape("cased", Words.pattern()))));
    }

    private static Arbitrary<Shape> numbers() {
        return Combinators.combine(Arbitraries.of("lt", "lte", "gt", "gte"), Arbitraries.of(true, false))
                .as((order, quoted) -> shape(order, quoted ? Arbitraries.of(Words.NUMBERS) : number()));
    }

    private static Arbitrary<Shape> times() {
        return Combinators.combine(
                        Arbitraries.of("minute", "hour", "day", "week", "month", "year"),
                        Arbitraries.of("", "|lt", "|lte", "|gt", "|gte"))
                .as((part, order) -> shape(part + order, Arbitraries.of(0, 1, 3, 5, 11, 12, 23, 31, 53, 2025, 2026)));
    }

    private static Arbitrary<Shape> encodings() {
        return Combinators.combine(
                        Arbitraries.of("", "windash|"),
                        Arbitraries.of("", "wide|", "utf16le|", "utf16be|", "utf16|"),
                        Arbitraries.of("base64", "base64offset"),
                        Arbitraries.of("", "|contains", "|startswith", "|endswith", "|cased", "|contains|cased"))
                .as((dashes, wide, base64, place) ->
                        shape(dashes + wide + base64 + place, Words.plain().filter(word -> encodable(word, dashes))));
    }

    /** Long enough to leave something between the neighbours, and without more forms than are worth their time. */
    private static boolean encodable(String word, String dashes) {
        return word.length() > 1
                && (dashes.isEmpty() || word.chars().filter(c -> c < 'A').count() <= 2);
    }

    private static Arbitrary<Shape> networks() {
        return Arbitraries.just(shape(
                "cidr",
                Arbitraries.of(
                        "10.1.2.3",
                        "10.0.0.0/8",
                        "10.1.2.0/30",
                        "10.1.2.4/32",
                        "0.0.0.0/0",
                        "fe80::/10",
                        "::/0",
                        "::1",
                        "::ffff:10.0.0.0/104",
                        "::1/128")));
    }

    private static Arbitrary<Shape> references() {
        return Arbitraries.of("", "|contains", "|startswith", "|endswith", "|cased", "|contains|cased")
                .map(relation -> shape("fieldref" + relation, Arbitraries.of(Words.FIELDS)));
    }

    private static Arbitrary<String> expanded() {
        return Arbitraries.of("%one%", "%some%", "x%some%", "%some%%one%", "\\%one%", "a\\%%one%b", "ab", "%some%*");
    }

    /** The common ground of PCRE and RE2, put together from pieces. */
    private static Arbitrary<Shape> regexes() {
        Arbitrary<String> atom = Arbitraries.of(
                "a",
                "b",
                "B",
                "ab",
                "cmd",
                ".",
                "\\.",
                "[ab]",
                "[^a]",
                "\\d",
                "(a|b)",
                "(?:ab|b)",
                "-",
                "s",
                "\\\\",
                "^",
                "^a",
                "b\\b",
                "\u0131",
                "\ud83d\ude00",
                "(?=a)",
                "(?!b)");
        Arbitrary<String> part = Combinators.combine(atom, Arbitraries.of("", "", "", "+", "*", "?", "{1,2}", ".*"))
                .as((one, times) ->
                        one.contains("^") || one.startsWith("(?") || one.length() == 2 && times.contains("{")
                                ? one
                                : one + times);
        Arbitrary<String> whole = Combinators.combine(
                        part.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of("", "", "", "$", "|ab"))
                .as((parts, end) -> String.join("", parts) + end);
        return Arbitraries.of("re", "re|i", "re|m", "re|s", "re|i|s", "re|i|m|s")
                .map(flags -> shape(flags, whole));
    }

    private static Arbitrary<BigDecimal> number() {
        return Arbitraries.of(Words.NUMBERS).map(BigDecimal::new);
    }

    private static Shape shape(String modifiers, Arbitrary<?> values) {
        return new Shape(modifiers.isEmpty() ? Collections.emptyList() : List.of(modifiers.split("\\|")), values);
    }
}
