package io.acso.core.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression to be found anywhere in a text. RE2 runs it in time linear in the text; what RE2 does not know
 * (look-around, back references, atomic groups) is run by the JDK within a bounded number of steps.
 */
public final class Regex {

    /** Looks at a text that the JDK's matcher has: enough for ordinary backtracking, a few milliseconds. */
    static final int MAX_STEPS = 2_000_000;

    private static final int LONGEST = 20_000;

    /** RE2's time is the length of the text times this at most. */
    private static final int MAX_PROGRAM = 20_000;

    private final Finder finder;

    private interface Finder {
        boolean find(String text);
    }

    private Regex(Finder finder) {
        this.finder = finder;
    }

    /** @throws IllegalArgumentException when the source is no regular expression, or one that would cost too much */
    public static Regex compile(String source) {
        if (source.length() > LONGEST) {
            throw new IllegalArgumentException("a regular expression may have " + LONGEST + " characters: split it");
        }
        try {
            return new Regex(linear(source));
        } catch (PatternSyntaxException e) {
            return new Regex(bounded(source, e.getDescription()));
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("the regular expression is nested too deeply: simplify it", e);
        }
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

    private static Finder linear(String source) {
        Pattern pattern = Pattern.compile(source);
        if (pattern.programSize() > MAX_PROGRAM) {
            throw new IllegalArgumentException("the counts in the regular expression multiply too far: lower them");
        }
        return text -> pattern.matcher(text).find();
    }

    private static Finder bounded(String source, String whyNotLinear) {
        try {
            var pattern = java.util.regex.Pattern.compile(source);
            return text -> find(pattern, text);
        } catch (java.util.regex.PatternSyntaxException | StackOverflowError e) {
            throw new IllegalArgumentException("not a regular expression: " + whyNotLinear, e);
        }
    }

    private static boolean find(java.util.regex.Pattern pattern, String text) {
        try {
            return pattern.matcher(new SteppedText(text, MAX_STEPS)).find();
        } catch (SteppedText.Exhausted | StackOverflowError e) {
            throw new Unfinished();
        }
    }
}
