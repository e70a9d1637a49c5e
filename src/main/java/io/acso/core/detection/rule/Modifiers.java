package io.acso.core.detection.rule;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.acso.core.detection.syntax.InvalidRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The modifiers after a field's name, in their order, checked to make sense together. */
public record Modifiers(List<String> names) {

    public static final Modifiers NONE = new Modifiers(List.of());

    private static final Set<String> TRANSFORMING = Set.of(
            "contains",
            "startswith",
            "endswith",
            "windash",
            "wide",
            "utf16",
            "utf16le",
            "utf16be",
            "base64",
            "base64offset");
    private static final Set<String> ORDERS = Set.of("lt", "lte", "gt", "gte");
    private static final Set<String> TIMES = Set.of("minute", "hour", "day", "week", "month", "year");

    /** What says how a value is to be understood, with the modifiers that may stand beside it. */
    private static final Map<String, Set<String>> TYPES = Map.of(
            "re", Set.of("i", "m", "s", "all", "neq", "expand", "cased"),
            "cidr", Set.of("all", "neq", "expand"),
            "fieldref", Set.of("contains", "startswith", "endswith", "cased", "all", "neq"),
            "exists", Set.of());

    private static final Set<String> TYPED = union(TYPES.keySet(), ORDERS, TIMES);

    private static final Set<String> BESIDE_NUMBERS = union(ORDERS, TIMES, Set.of("all", "neq"));
    private static final Set<String> KNOWN =
            union(TRANSFORMING, ORDERS, TIMES, TYPES.keySet(), Set.of("i", "m", "s", "all", "neq", "cased", "expand"));

    /** @throws InvalidRule when a modifier is unknown, or two contradict each other */
    public static Modifiers parse(int line, String key) {
        List<String> names = Arrays.stream(key.split("\\|", -1)).skip(1).toList();
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                throw new InvalidRule(
                        line, "unknown modifier '" + name + "' in '" + key + "': Sigma 2.1 has " + sorted(KNOWN));
            }
        }
        Modifiers modifiers = new Modifiers(names);
        modifiers.check(line, key);
        return modifiers;
    }

    private void check(int line, String key) {
        for (String name : names) {
            Set<String> beside = beside(name);
            for (String other : names) {
                if (!other.equals(name) && !beside.contains(other)) {
                    throw new InvalidRule(
                            line, "'" + name + "' and '" + other + "' do not go together in '" + key + "': drop one");
                }
            }
        }
        if (Stream.of("i", "m", "s").anyMatch(this::has) && !has("re")) {
            throw new InvalidRule(line, "'i', 'm' and 's' belong to 're' in '" + key + "': write |re|i");
        }
        if (names.stream().filter(ORDERS::contains).count() > 1
                || names.stream().filter(TIMES::contains).count() > 1) {
            throw new InvalidRule(line, "'" + key + "' compares twice: use two searches joined by 'and'");
        }
    }

    private static Set<String> beside(String name) {
        if (ORDERS.contains(name) || TIMES.contains(name)) {
            return BESIDE_NUMBERS;
        }
        return TYPES.getOrDefault(name, KNOWN);
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    public boolean transformText() {
        return names.stream().anyMatch(TRANSFORMING::contains);
    }

    /** Those of the names that are given, in their order. */
    public Modifiers only(String... kept) {
        return new Modifiers(names.stream().filter(List.of(kept)::contains).toList());
    }

    public Modifiers without(String... dropped) {
        return new Modifiers(
                names.stream().filter(name -> !List.of(dropped).contains(name)).toList());
    }

    /** With these before the others. */
    public Modifiers after(String... first) {
        return new Modifiers(Stream.concat(Stream.of(first), names.stream()).toList());
    }

    /** Whether the values are texts, or become so: nothing else is made of them. */
    public boolean plain() {
        return names.stream().noneMatch(TYPED::contains);
    }

    /** lt, lte, gt, gte, or eq. */
    public String order() {
        return names.stream().filter(ORDERS::contains).findFirst().orElse("eq");
    }

    /** minute, hour, day, week, month, year, or empty. */
    public String datePart() {
        return names.stream().filter(TIMES::contains).findFirst().orElse("");
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Arrays.stream(sets).flatMap(Set::stream).collect(toUnmodifiableSet());
    }
}
