package io.acso.core.detection.syntax;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A rule's condition as written. */
public sealed interface Condition {

    record Or(List<Condition> terms) implements Condition {}

    record And(List<Condition> terms) implements Condition {}

    record Not(Condition term) implements Condition {}

    record Name(String name) implements Condition {}

    /**
     * {@code 1 of them}, {@code all of selection_*}.
     *
     * @param atLeast how many must hold, or {@link #ALL}
     * @param pattern a name with {@code *} for any characters, or {@code them}
     */
    record Of(int atLeast, String pattern) implements Condition {

        public static final int ALL = -1;

        /** The names meant: those that begin with an underscore only when the pattern does so too. */
        public Predicate<String> names() {
            Predicate<String> ignored = name -> name.startsWith("_") && !pattern.startsWith("_");
            if (pattern.equals("them")) {
                return ignored.negate();
            }
            String regex =
                    Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(joining(".*"));
            return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate().and(ignored.negate());
        }
    }
}
