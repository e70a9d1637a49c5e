package io.acso.core.playbook;

import java.util.Set;
import java.util.function.Function;

/** One side of a comparison. */
public sealed interface Operand {

    record Reference(String name) implements Operand {
        @Override
        public String toString() {
            return "__" + name + "__:value";
        }
    }

    record Literal(String text) implements Operand {
        @Override
        public String toString() {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }
    }

    /** Written without quotes: compares as a number even for equality. */
    record Number(String digits) implements Operand {
        @Override
        public String toString() {
            return digits;
        }
    }

    record Flag(boolean value) implements Operand {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    default Value value(Function<String, Value> variables) {
        return switch (this) {
            case Reference reference -> variables.apply(reference.name);
            case Literal literal -> Value.of(literal.text);
            case Number number -> Value.of(number.digits);
            case Flag flag -> Value.of(flag.toString());
        };
    }

    default Set<String> names() {
        return this instanceof Reference(String name) ? Set.of(name) : Set.of();
    }
}
