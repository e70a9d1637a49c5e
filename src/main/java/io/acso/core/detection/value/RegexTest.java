package io.acso.core.detection.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Objects;
import java.util.Set;

/**
 * A regular expression found anywhere in the value. RE2 runs it in time linear in the value; what RE2 does not know
 * (look-around, back references, atomic groups) is run by the JDK within a bounded number of steps, and a value that
 * uses them up does not match. In both, as in PCRE, only a line feed ends a line, and {@code $} may stand before the last
 * one.
 */
public final class RegexTest implements ValueTest {

    /** Steps that a value costs at most: enough for ordinary backtracking, a few milliseconds. */
    static final int MAX_STEPS = 2_000_000;

    private static final int LONGEST = 20_000;

    /** RE2's time is the length of the value times this at most. */
    private static final int MAX_PROGRAM = 20_000;

    private final String source;
    private final Set<String> flags;
    private final Finder finder;

    /** Whether the expression occurs in the text. */
    private interface Finder {
        boolean find(String text);
    }

    private RegexTest(String source, Set<String> flags, Finder finder) {
        this.source = source;
        this.flags = flags;
        this.finder = finder;
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
        try {
            return linear(source, flags);
        } catch (PatternSyntaxException e) {
            return bounded(source, flags, e.getDescription());
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("the regular expression is nested too deeply: simplify it", e);
        }
    }

    private static Finder linear(String source, Set<String> flags) {
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
                        && pattern.matcher(text.substring(0, text.length() - 1)).find();
    }

    private static Finder bounded(String source, Set<String> flags, String whyNotLinear) {
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
            return text -> find(pattern, text);
        } catch (java.util.regex.PatternSyntaxException | StackOverflowError e) {
            throw new IllegalArgumentException("not a regular expression: " + whyNotLinear + " in " + source, e);
        }
    }

    private static boolean find(java.util.regex.Pattern pattern, String text) {
        try {
            return pattern.matcher(new SteppedText(text, MAX_STEPS)).find();
        } catch (SteppedText.Exhausted | StackOverflowError e) {
            return false;
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
    public boolean equals(Object other) {
        return other instanceof RegexTest that && source.equals(that.source) && flags.equals(that.flags);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, flags);
    }
}
