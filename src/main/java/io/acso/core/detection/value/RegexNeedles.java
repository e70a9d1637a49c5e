package io.acso.core.detection.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts, one of which is in every value that a regular expression matches, so that the expression need not be run
 * where none of them is. It understands what it must and gives up on everything else: no text is always right.
 */
final class RegexNeedles {

    private static final int MOST = 64;
    private static final String META = ".[]()|*+?{}^$";
    private static final String CLASSES = "dDwWsShHvVbBAzZGtnrfae";

    private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(?:,\\d*)?}");

    /** What is not understood. */
    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood() {
            super("", null, false, false);
        }
    }

    private final String source;
    private int at;

    private RegexNeedles(String source) {
        this.source = source;
    }

    /** In lower case; empty when there are none. */
    static List<String> of(String source) {
        try {
            RegexNeedles reader = new RegexNeedles(source);
            List<String> found = reader.alternatives();
            return reader.at == source.length() && found != null ? List.copyOf(found) : List.of();
        } catch (NotUnderstood | StackOverflowError e) {
            return List.of();
        }
    }

    private @Nullable List<String> alternatives() {
        List<String> all = new ArrayList<>();
        boolean complete = true;
        do {
            List<String> branch = branch();
            complete &= branch != null;
            if (branch != null) {
                all.addAll(branch);
            }
        } while (accept('|'));
        return complete && all.size() <= MOST ? all : null;
    }

    /** The best of the texts that a sequence cannot do without. */
    private @Nullable List<String> branch() {
        List<List<String>> required = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
            char literal = 0;
            @Nullable List<String> group = null;
            if (accept('(')) {
                group = group();
            } else {
                literal = atom();
            }
            char quantifier = quantifier();
            boolean kept = quantifier == 0 || quantifier == '+';
            if (literal != 0 && kept) {
                run.append(literal);
            }
            if (literal == 0 || quantifier != 0) {
                end(run, required);
            }
            if (group != null && kept) {
                required.add(group);
            }
        }
        end(run, required);
        return required.stream()
                .max(Comparator.comparingInt(RegexNeedles::worth))
                .orElse(null);
    }

    private static void end(StringBuilder run, List<List<String>> required) {
        if (!run.isEmpty()) {
            required.add(List.of(run.toString().toLowerCase(Locale.ROOT)));
            run.setLength(0);
        }
    }

    private static int worth(List<String> texts) {
        int shortest = texts.stream().mapToInt(String::length).min().orElse(0);
        return shortest * MOST - texts.size();
    }

    private @Nullable List<String> group() {
        boolean lookAround = false;
        if (accept('?')) {
            if (!accept(':')) {
                lookAround = accept('=') || accept('!') || accept('<') && (accept('=') || accept('!'));
                if (!lookAround) {
                    flags();
                }
            }
        }
        List<String> inner = alternatives();
        if (!accept(')')) {
            throw new NotUnderstood();
        }
        return lookAround ? null : inner;
    }

    /** Of inline flags only those that cannot change which texts are needed. */
    private void flags() {
        while (at < source.length() && "ims".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        if (at < source.length() && source.charAt(at) == ')') {
            return;
        }
        if (!accept(':')) {
            throw new NotUnderstood();
        }
    }

    /** A plain character, or 0 for what stands for several or none. */
    private char atom() {
        char c = source.charAt(at++);
        if (c == '[') {
            characterClass();
            return 0;
        }
        if (c == '\\') {
            return escaped();
        }
        if (c == '.' || c == '^' || c == '$') {
            return 0;
        }
        if (META.indexOf(c) >= 0 && c != ']' && c != '}') {
            throw new NotUnderstood();
        }
        return c < 128 ? c : 0;
    }

    private char escaped() {
        if (at == source.length()) {
            throw new NotUnderstood();
        }
        char c = source.charAt(at++);
        boolean named = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        if (named && CLASSES.indexOf(c) < 0) {
            throw new NotUnderstood();
        }
        return named || c >= 128 ? 0 : c;
    }

    private void characterClass() {
        accept('^');
        boolean first = true;
        while (at < source.length() && (first || source.charAt(at) != ']')) {
            char c = source.charAt(at++);
            if (c == '[' || c == '&') {
                throw new NotUnderstood();
            }
            at += c == '\\' ? 1 : 0;
            first = false;
        }
        if (!accept(']')) {
            throw new NotUnderstood();
        }
    }

    /** 0 for none, + for at least once, * for perhaps not at all. */
    private char quantifier() {
        char kind = 0;
        if (accept('*') || accept('?')) {
            kind = '*';
        } else if (accept('+')) {
            kind = '+';
        } else if (at < source.length() && source.charAt(at) == '{') {
            Matcher count = COUNT.matcher(source).region(at, source.length());
            if (!count.lookingAt()) {
                throw new NotUnderstood();
            }
            kind = count.group(1).chars().allMatch(digit -> digit == '0') ? '*' : '+';
            at = count.end();
        }
        if (kind != 0 && !accept('?')) {
            accept('+');
        }
        return kind;
    }

    private boolean accept(char c) {
        boolean there = at < source.length() && source.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }
}
