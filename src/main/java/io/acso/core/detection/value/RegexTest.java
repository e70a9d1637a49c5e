package io.acso.core.detection.value;

import io.acso.core.regex.Regex;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A {@link Regex} found anywhere in the value. A value on which it cannot be run to its end does not match.
 */
public final class RegexTest implements ValueTest {

    private final String source;
    private final Set<String> flags;
    private final Regex regex;
    private final List<Needle> needles;

    private RegexTest(String source, Set<String> flags) {
        this.source = source;
        this.flags = flags;
        this.regex = Regex.compile(source, flags.stream().map(RegexTest::flag).toArray(Regex.Flag[]::new));
        this.needles = RegexNeedles.of(source).stream()
                .map(text -> new Needle(text, Needle.Place.ANYWHERE, Fold.CASELESS, false))
                .toList();
    }

    /**
     * @param flags of {@code i}, {@code m}, {@code s}
     * @throws IllegalArgumentException when the source is not a regular expression
     */
    public static RegexTest compile(String source, Set<String> flags) {
        return new RegexTest(source, Set.copyOf(flags));
    }

    private static Regex.Flag flag(String name) {
        return switch (name) {
            case "i" -> Regex.Flag.CASELESS;
            case "m" -> Regex.Flag.MULTILINE;
            case "s" -> Regex.Flag.DOT_ALL;
            default -> throw new IllegalArgumentException("'" + name + "' is none of i, m and s");
        };
    }

    @Override
    public boolean test(Value value) {
        try {
            return regex.find(value.text());
        } catch (Regex.Unfinished e) {
            return false;
        }
    }

    @Override
    public List<Needle> needles() {
        return needles;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegexTest that && source.equals(that.source) && flags.equals(that.flags);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, flags);
    }
}
