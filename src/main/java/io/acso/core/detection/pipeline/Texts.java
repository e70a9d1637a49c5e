package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Modifiers;
import io.acso.core.detection.rule.Search;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.value.Spelling;
import io.acso.core.detection.value.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of items as texts, with the wildcards that modifiers stand for written out. */
final class Texts {

    private static final List<String> PLACING = List.of("contains", "startswith", "endswith");

    private Texts() {}

    /**
     * The same item without contains, startswith and endswith; as it is where the values are no texts or are to be
     * encoded.
     */
    static Item spelled(Item item) {
        Modifiers left = item.modifiers().without("contains", "startswith", "endswith");
        boolean placed = left.names().size() < item.modifiers().names().size();
        if (!placed || item.isKeywords() || !changeable(item)) {
            return item;
        }
        return item.with(
                left,
                item.values().stream()
                        .map(value -> placed(value, item.modifiers()))
                        .toList());
    }

    /** Whether the values are plain texts, numbers or the like, which can be exchanged for others. */
    static boolean changeable(Item item) {
        Modifiers left = item.modifiers().without("contains", "startswith", "endswith", "windash");
        return item.modifiers().plain() && !left.transformText();
    }

    private static Scalar placed(Scalar value, Modifiers modifiers) {
        if (value.kind() == Kind.NULL) {
            return value;
        }
        Wildcards text = Wildcards.parse(value.text());
        for (String modifier : modifiers.names()) {
            text = switch (PLACING.indexOf(modifier)) {
                case 0 -> text.anyBefore().anyAfter();
                case 1 -> text.anyAfter();
                case 2 -> text.anyBefore();
                default -> text;
            };
        }
        return written(value, text);
    }

    /** A text in the place of another value. */
    static Scalar written(Scalar place, Wildcards text) {
        return new Scalar(place.line(), Kind.TEXT, Spelling.of(text));
    }

    /**
     * Exchanges values.
     *
     * @param change gives the values in the place of one; null to keep it
     * @return nothing where no value is left
     */
    static List<? extends Search> exchange(Item item, Function<Scalar, @Nullable List<Scalar>> change) {
        if (!changeable(item)) {
            return List.of(item);
        }
        Item spelled = spelled(item);
        List<Scalar> values = new ArrayList<>();
        boolean changed = false;
        for (Scalar value : spelled.values()) {
            List<Scalar> others = change.apply(value);
            changed |= others != null;
            values.addAll(others == null ? List.of(value) : others);
        }
        if (!changed) {
            return List.of(item);
        }
        return values.isEmpty() ? List.of() : List.of(spelled.withValues(values));
    }

    /** Whether a value of a rule and a value of a pipeline are the same: of one kind, and equal. */
    static boolean same(Scalar value, Scalar other) {
        if (value.kind() != other.kind()) {
            return false;
        }
        return value.kind() == Kind.TEXT
                ? Wildcards.parse(value.text()).equals(Wildcards.parse(other.text()))
                : Comparison.EQ.holds(value.text(), other.text());
    }
}
