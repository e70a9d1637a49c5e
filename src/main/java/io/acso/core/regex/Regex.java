package io.acso.core.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression to be found anywhere in a text. As in PCRE, only a line feed ends a line, {@code $} may stand
 * before the last one, and a bracket within brackets is a character or names a class such as {@code [:alpha:]}.
 *
 * <p>The JDK runs it, within a bounded number of steps: a text on which it goes back and forth too long is answered by
 * RE2, in time linear in the text, unless RE2 does not know the expression (look-around, back references, atomic
 * groups).
 */
public final class Regex {

    /** Looks at a text that the JDK's matcher has where RE2 cannot take over: a few milliseconds. */
    static final int MAX_STEPS = 2_000_000;

    private static final int STEPS_BEFORE_LINEAR = 50_000;
    private static final int LONGEST = 20_000;

    /** RE2's time is the length of the text times this at most. */
    private static final int MAX_PROGRAM = 20_000;

    /** What the JDK reads as a class within a class, and PCRE and RE2 do not. */
    private static final java.util.regex.Pattern NESTED_CLASS =
            java.util.regex.Pattern.compile("\\[\\^?\\]?(?:\\\\.|[^\\]\\[\\\\&]|&(?!&))*+(?:\\[|&&)");

    private final Finder finder;

    /** How an expression is meant. */
    public enum Flag {
        CASELESS(
                Pattern.CASE_INSENSITIVE,
                java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.UNICODE_CASE),
        /** {@code ^} and {@code $} stand at every line. */
        MULTILINE(Pattern.MULTILINE, java.util.regex.Pattern.MULTILINE),
        /** A dot is a line feed too. */
        DOT_ALL(Pattern.DOTALL, java.util.regex.Pattern.DOTALL);

        private final int re2;
        private final int jdk;

        Flag(int re2, int jdk) {
            this.re2 = re2;
            this.jdk = jdk;
        }
    }

    private interface Finder {
        boolean find(String text);
    }

    private Regex(Finder finder) {
        this.finder = finder;
    }

    /** @throws IllegalArgumentException when the source is no regular expression, or one that would cost too much */
    public static Regex compile(String source, Flag... flags) {
        if (source.length() > LONGEST) {
            throw new IllegalArgumentException("a regular expression may have " + LONGEST + " characters: split it");
        }
        Set<Flag> all = Arrays.stream(flags).collect(Collectors.toUnmodifiableSet());
        Finder linear = linear(source, all);
        return new Regex(
                linear != null && NESTED_CLASS.matcher(source).find() ? linear : backtracking(source, all, linear));
    }

    /**
     * Whether it occurs in the text.
     *
     * @throws Unfinished when that could not be found out within the steps
     */
    public boolean find(String text) {
        return finder.find(text);
    }

    /** The search was given up. */
    public static final class Unfinished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfinished() {
            super("the regular expression needs more than " + MAX_STEPS + " steps", null, false, false);
        }
    }

    private static Finder backtracking(String source, Set<Flag> flags, @Nullable Finder linear) {
        try {
            int bits = flags.stream().mapToInt(flag -> flag.jdk).reduce(0, (a, b) -> a | b);
            var pattern = java.util.regex.Pattern.compile(source, java.util.regex.Pattern.UNIX_LINES | bits);
            return text -> find(pattern, text, linear);
        } catch (java.util.regex.PatternSyntaxException e) {
            if (linear != null) {
                return linear;
            }
            throw new IllegalArgumentException("not a regular expression: " + e.getDescription() + " in " + source, e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("the regular expression is nested too deeply: simplify it", e);
        }
    }

    private static boolean find(java.util.regex.Pattern pattern, String text, @Nullable Finder otherwise) {
        int steps = otherwise == null ? MAX_STEPS : STEPS_BEFORE_LINEAR;
        try {
            return pattern.matcher(new SteppedText(text, steps)).find();
        } catch (SteppedText.Exhausted | StackOverflowError e) {
            if (otherwise == null) {
                throw new Unfinished();
            }
            return otherwise.find(text);
        }
    }

    /** RE2's; null for what RE2 does not know. */
    private static @Nullable Finder linear(String source, Set<Flag> flags) {
        try {
            int bits = flags.stream().mapToInt(flag -> flag.re2).reduce(0, (a, b) -> a | b);
            Pattern pattern = Pattern.compile(source, bits);
            if (pattern.programSize() > MAX_PROGRAM) {
                throw new IllegalArgumentException("the counts in the regular expression multiply too far: lower them");
            }
            if (!source.contains("$") || flags.contains(Flag.MULTILINE)) {
                return text -> pattern.matcher(text).find();
            }
            return text -> pattern.matcher(text).find()
                    || text.endsWith("\n")
                            && pattern.matcher(text.substring(0, text.length() - 1))
                                    .find();
        } catch (PatternSyntaxException | StackOverflowError e) {
            return null;
        }
    }
}
