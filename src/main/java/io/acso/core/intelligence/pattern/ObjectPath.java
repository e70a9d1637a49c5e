package io.acso.core.intelligence.pattern;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where in an object the value is.
 *
 * @param type the object's type
 * @param steps at least one, the first of them a {@link Step.Key}
 */
public record ObjectPath(String type, List<Step> steps) {

    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    public ObjectPath {
        steps = List.copyOf(steps);
    }

    /** One step down. */
    public sealed interface Step {

        /** To a property, or to an entry of a dictionary. */
        record Key(String name) implements Step {
            @Override
            public String toString() {
                boolean plain = PLAIN.matcher(name).matches() && !Token.KEYWORDS.contains(name);
                return "." + (plain ? name : Constant.quoted(name));
            }
        }

        /** To an element of a list, counted from 0; before the first there is nothing. */
        record Index(int number) implements Step {
            @Override
            public String toString() {
                return "[" + number + "]";
            }
        }

        /** To each element of a list. */
        record Each() implements Step {
            @Override
            public String toString() {
                return "[*]";
            }
        }
    }

    @Override
    public String toString() {
        return type + ":"
                + steps.stream()
                        .map(Step::toString)
                        .collect(Collectors.joining())
                        .substring(1);
    }
}
