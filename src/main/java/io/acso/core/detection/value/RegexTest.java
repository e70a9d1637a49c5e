package io.acso.core.detection.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A regular expression found anywhere in the value. As in PCRE, only a line feed ends a line, and {@code $} may stand
 * before the last one. The JDK runs it, within a bounded
 * number of steps: a value on which it goes back and forth too long is answered by RE2, in time linear in the value, and
 * does not match where RE2 does not know the expression (look-around, back references, atomic groups).
 */
public final class RegexTest implements ValueTest {

    /** Steps that a value costs at most where RE2 cannot take over: a few milliseconds. */
    static final int MAX_STEPS = 2_000_000;

    private static final int STEPS_BEFORE_LINEAR = 50_000;
    private static final Finder NOT_FOUND = text -> false;

    private static final int LONGEST = 20_000;

    /** RE2's time is the length of the value times this at most. */
    private static final int MAX_PROGRAM = 20_000;

    private final String source;
    private final Set<String> flags;
    private final Finder finder;
    private final List<Needle> needles;

    /** Whether the expression occurs in the text. */
    private interface Finder {
        boolean find(String text);
    }

    private RegexTest(String source, Set<String> flags, Finder finder) {
        this.source = source;
        this.flags = flags;
        this.finder = finder;
        this.needles = RegexNeedles.of(source).stream()
                .map(text -> new Needle(text, Needle.Place.ANYWHERE, Fold.CASELESS, false))
                .toList();
    }

    /**
     * @param flags of {@code i}, {@code m}, {@code s}
     * @throws IllegalArgumentException when the source is not a regular expression
     */
    public static RegexTest compile(String source, Set<String> flags) {
        return new RegexTest(source, Set.copyOf(flags), finder(source, flags));
    }

    private static Finder finder(String source, Set<String> flags) {
        if (source.length() > LONGEST) {
            throw new IllegalArgumentException("a regular expression may have " + LONGEST + " characters: split it");
        }
        Finder linear = linear(source, flags);
        int steps = linear == NOT_FOUND ? MAX_STEPS : STEPS_BEFORE_LINEAR;
        try {
            var pattern = java.util.regex.Pattern.compile(
                    source,
                    java.util.regex.Pattern.UNIX_LINES
                            | flag(
                                    flags,
                                    "i",
                                    java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.UNICODE_CASE)
                            | flag(flags, "m", java.util.regex.Pattern.MULTILINE)
                            | flag(flags, "s", java.util.regex.Pattern.DOTALL));
            return text -> find(pattern, text, steps, linear);
        } catch (java.util.regex.PatternSyntaxException e) {
            if (linear != NOT_FOUND) {
                return linear;
            }
            throw new IllegalArgumentException("not a regular expression: " + e.getDescription() + " in " + source, e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("the regular expression is nested too deeply: simplify it", e);
        }
    }

    private static boolean find(java.util.regex.Pattern pattern, String text, int steps, Finder otherwise) {
        try {
            return pattern.matcher(new SteppedText(text, steps)).find();
        } catch (SteppedText.Exhausted | StackOverflowError e) {
            return otherwise.find(text);
        }
    }

    /** RE2's, or {@link #NOT_FOUND} for what RE2 does not know. */
    private static Finder linear(String source, Set<String> flags) {
        try {
            Pattern pattern = Pattern.compile(
                    source,
                    flag(flags, "i", Pattern.CASE_INSENSITIVE)
                            | flag(flags, "m", Pattern.MULTILINE)
                            | flag(flags, "s", Pattern.DOTALL));
            if (pattern.programSize() > MAX_PROGRAM) {
                throw new IllegalArgumentException("the counts in the regular expression multiply too far: lower them");
            }
            if (!source.contains("$") || flags.contains("m")) {
                return text -> pattern.matcher(text).find();
            }
            return text -> pattern.matcher(text).find()
                    || text.endsWith("\n")
                            && pattern.matcher(text.substring(0, text.length() - 1))
                                    .find();
        } catch (PatternSyntaxException | StackOverflowError e) {
            return NOT_FOUND;
        }
    }

    private static int flag(Set<String> flags, String name, int bit) {
        return flags.contains(name) ? bit : 0;
    }

    @Override
    public boolean test(Value value) {
        return finder.find(value.text());
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
