package io.acso.core.intelligence.comparison;

import io.acso.core.intelligence.pattern.Comparison;
import io.acso.core.intelligence.pattern.ObjectPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A comparison made ready. One object has to satisfy it by itself and by what it refers to: with {@code AND}, two
 * objects of an observation do not complete each other.
 */
public final class ObjectTest {

    private final Condition condition;
    private final Set<String> types;

    private interface Condition {
        boolean test(JsonNode object, Surroundings in);
    }

    private ObjectTest(Condition condition, Set<String> types) {
        this.condition = condition;
        this.types = types;
    }

    /** @throws IllegalArgumentException when a constant cannot be what its operator needs; the message names the cure */
    public static ObjectTest of(Comparison comparison) {
        Set<String> types = new TreeSet<>();
        return new ObjectTest(condition(comparison, types), types);
    }

    /** An object of another type cannot satisfy it. */
    public Set<String> types() {
        return types;
    }

    public boolean test(JsonNode object, Surroundings in) {
        return condition.test(object, in);
    }

    private static Condition condition(Comparison comparison, Set<String> types) {
        return switch (comparison) {
            case Comparison.Test test -> test(test, types);
            case Comparison.Exists exists -> exists(exists, types);
            case Comparison.AllOf all -> {
                List<Condition> parts = conditions(all.parts(), types);
                yield (object, in) -> parts.stream().allMatch(part -> part.test(object, in));
            }
            case Comparison.AnyOf any -> {
                List<Condition> parts = conditions(any.parts(), types);
                yield (object, in) -> parts.stream().anyMatch(part -> part.test(object, in));
            }
        };
    }

    private static List<Condition> conditions(List<Comparison> parts, Set<String> types) {
        return parts.stream().map(part -> condition(part, types)).toList();
    }

    private static Condition test(Comparison.Test test, Set<String> types) {
        ValueTest values;
        try {
            values = ValueTests.of(test);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("in " + Undecidable.shown(test.toString()) + ": " + e.getMessage(), e);
        }
        PathWalk walk = PathWalk.toMeaning(test.path().steps());
        return typed(test.path(), types, (object, in) -> walk.any(object, in, value -> holds(values, value, in)));
    }

    /** A value that cannot be compared is noted and does not hide the others. */
    private static boolean holds(ValueTest values, JsonNode value, Surroundings in) {
        try {
            return values.test(value);
        } catch (Undecidable e) {
            in.undecided(e.getMessage());
            return false;
        }
    }

    private static Condition exists(Comparison.Exists exists, Set<String> types) {
        PathWalk walk = PathWalk.toText(exists.path().steps());
        return typed(
                exists.path(),
                types,
                (object, in) -> walk.any(object, in, value -> !value.isNull()) != exists.negated());
    }

    private static Condition typed(ObjectPath path, Set<String> types, Condition condition) {
        types.add(path.type());
        return (object, in) -> {
            if (!object.path("type").asString("").equals(path.type())) {
                return false;
            }
            try {
                return condition.test(object, in);
            } catch (Undecidable e) {
                in.undecided(path + ": " + e.getMessage());
                return false;
            }
        };
    }
}
