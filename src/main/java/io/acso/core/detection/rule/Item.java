package io.acso.core.detection.rule;

import io.acso.core.detection.syntax.YamlNode.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code field|modifiers: values}.
 *
 * @param line of the rule's file, from 1
 * @param field empty for keywords, which may stand anywhere in an event
 * @param values at least one; for a reference to a field, the names of fields
 * @param steps ids of the processing steps that changed this
 */
public record Item(int line, String field, Modifiers modifiers, List<Scalar> values, Set<String> steps)
        implements Search {

    public Item {
        values = List.copyOf(values);
        steps = Set.copyOf(steps);
    }

    public Item(int line, String field, Modifiers modifiers, List<Scalar> values) {
        this(line, field, modifiers, values, Set.of());
    }

    public boolean isKeywords() {
        return field.isEmpty();
    }

    /** Whether the values name fields to compare with. */
    public boolean refersToFields() {
        return modifiers.has("fieldref");
    }

    public Item withField(String other) {
        return new Item(line, other, modifiers, values, steps);
    }

    public Item withValues(List<Scalar> others) {
        return new Item(line, field, modifiers, others, steps);
    }

    public Item with(Modifiers others, List<Scalar> otherValues) {
        return new Item(line, field, others, otherValues, steps);
    }

    public Item markedBy(String step) {
        Set<String> more = new HashSet<>(steps);
        more.add(step);
        return new Item(line, field, modifiers, values, more);
    }
}
