package io.acso.core.detection;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A part of a rule's condition with the answer that one event gave it. */
public sealed interface Reason {

    boolean holds();

    /** The checks that this part comes down to, and the way to them. */
    List<Decisive> decisive(List<String> way);

    /** The share of checks that are as the rule wants them, from 0 to 1. */
    double closeness();

    /**
     * A check that settled the answer.
     *
     * @param way to it from the condition, outermost first: names of searches, {@code not}, {@code nearest of 3}
     */
    record Decisive(List<String> way, Check check) {}

    /** Whether the event has a field. */
    enum Presence {
        ABSENT,
        NULL,
        VALUE,
        /** Keywords ask no field. */
        ANYWHERE
    }

    /**
     * One line of a rule.
     *
     * @param line of the rule's file, from 1
     * @param field empty for keywords
     * @param item as written: {@code field|modifiers}; keywords are {@code keywords}
     * @param expected the values as written; of a reference to a field, with what the event has there
     * @param had the texts that the event has in the field; of keywords that hold, the values they were found in
     */
    record Check(
            int line,
            String field,
            String item,
            List<String> expected,
            boolean holds,
            Presence presence,
            List<String> had)
            implements Reason {

        public Check {
            expected = List.copyOf(expected);
            had = List.copyOf(had);
        }

        @Override
        public List<Decisive> decisive(List<String> way) {
            return List.of(new Decisive(way, this));
        }

        @Override
        public double closeness() {
            return holds ? 1 : 0;
        }
    }

    /** A search by its name. */
    record Search(String name, Reason part) implements Reason {
        @Override
        public boolean holds() {
            return part.holds();
        }

        @Override
        public List<Decisive> decisive(List<String> way) {
            return part.decisive(and(way, name));
        }

        @Override
        public double closeness() {
            return part.closeness();
        }
    }

    record AllOf(List<Reason> parts) implements Reason {
        @Override
        public boolean holds() {
            return parts.stream().allMatch(Reason::holds);
        }

        @Override
        public List<Decisive> decisive(List<String> way) {
            Stream<Reason> settling = holds()
                    ? parts.stream()
                    : parts.stream().filter(part -> !part.holds()).limit(1);
            return settling.flatMap(part -> part.decisive(way).stream()).toList();
        }

        @Override
        public double closeness() {
            return parts.stream().mapToDouble(Reason::closeness).average().orElse(0);
        }
    }

    /** So many of the parts have to hold. */
    record SomeOf(int atLeast, List<Reason> parts) implements Reason {
        @Override
        public boolean holds() {
            return parts.stream().filter(Reason::holds).count() >= atLeast;
        }

        @Override
        public List<Decisive> decisive(List<String> way) {
            Stream<Reason> settling = holds()
                    ? parts.stream().filter(Reason::holds)
                    : parts.stream()
                            .filter(part -> !part.holds())
                            .max(Comparator.comparingDouble(Reason::closeness)
                                    .thenComparing(Comparator.comparingInt(parts::indexOf)
                                            .reversed()))
                            .stream();
            List<String> further = holds() ? way : and(way, "nearest of " + parts.size());
            return settling.flatMap(part -> part.decisive(further).stream()).toList();
        }

        @Override
        public double closeness() {
            return parts.stream().mapToDouble(Reason::closeness).max().orElse(0);
        }
    }

    record Not(Reason part) implements Reason {
        @Override
        public boolean holds() {
            return !part.holds();
        }

        /** What is absent has no check to show. */
        @Override
        public List<Decisive> decisive(List<String> way) {
            return holds() ? List.of() : part.decisive(and(way, "not"));
        }

        @Override
        public double closeness() {
            return holds() ? 1 : 0;
        }
    }

    private static List<String> and(List<String> way, String further) {
        return Stream.concat(way.stream(), Stream.of(further)).toList();
    }
}
