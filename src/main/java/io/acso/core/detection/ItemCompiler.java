package io.acso.core.detection;

import io.acso.core.detection.FieldCriteria.Relation;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Modifiers;
import io.acso.core.detection.rule.Placeholders;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.value.Fold;
import io.acso.core.detection.value.ValueTest;
import java.util.List;

/** Turns an item, {@code field|modifiers: values}, into a criterion. */
final class ItemCompiler {

    private final Vocabulary vocabulary;
    private final ValueCompiler values;

    ItemCompiler(Vocabulary vocabulary, Placeholders placeholders) {
        this.vocabulary = vocabulary;
        this.values = new ValueCompiler(placeholders);
    }

    Criterion compile(Item item) {
        Modifiers modifiers = item.modifiers();
        Criterion criterion = item.isKeywords()
                ? keywords(item.values(), modifiers)
                : field(vocabulary.field(item.field()), item.values(), modifiers);
        return vocabulary.shared(modifiers.has("neq") ? new Criterion.Not(criterion) : criterion);
    }

    /** Texts that may stand anywhere in the event. */
    private Criterion keywords(List<Scalar> scalars, Modifiers modifiers) {
        boolean all = modifiers.has("all");
        return combined(scalars, all, scalar -> values.keyword(scalar, modifiers), FieldCriteria.Anywhere::new);
    }

    private Criterion field(Field field, List<Scalar> scalars, Modifiers modifiers) {
        if (modifiers.has("exists")) {
            return new FieldCriteria.Present(field, expected(scalars));
        }
        boolean all = modifiers.has("all");
        if (modifiers.has("fieldref")) {
            List<Criterion> related = scalars.stream()
                    .map(scalar -> related(field, scalar, modifiers))
                    .toList();
            return all ? Criterion.all(related) : Criterion.any(related);
        }
        return combined(
                scalars,
                all,
                scalar -> values.tests(scalar, modifiers),
                (tests, every) -> new FieldCriteria.Passes(field, tests, every));
    }

    /** The tests that one value of a rule gives; it is met when one of them passes. */
    private interface Tests {
        List<ValueTest> of(Scalar scalar);
    }

    private interface Making {
        Criterion of(List<ValueTest> tests, boolean all);
    }

    private static Criterion combined(List<Scalar> scalars, boolean all, Tests tests, Making making) {
        List<List<ValueTest>> alternatives = scalars.stream().map(tests::of).toList();
        if (!all) {
            return making.of(alternatives.stream().flatMap(List::stream).toList(), false);
        }
        if (alternatives.stream().allMatch(forms -> forms.size() == 1)) {
            return making.of(alternatives.stream().flatMap(List::stream).toList(), true);
        }
        return Criterion.all(
                alternatives.stream().map(forms -> making.of(forms, false)).toList());
    }

    private Criterion related(Field field, Scalar scalar, Modifiers modifiers) {
        if (scalar.kind() != Kind.TEXT || scalar.text().isEmpty()) {
            throw new InvalidRule(scalar.line(), "'fieldref' takes the name of another field");
        }
        Relation relation = Relation.EQUALS;
        if (modifiers.has("contains")) {
            relation = Relation.CONTAINS;
        } else if (modifiers.has("startswith")) {
            relation = Relation.STARTS_WITH;
        } else if (modifiers.has("endswith")) {
            relation = Relation.ENDS_WITH;
        }
        Fold fold = Fold.of(modifiers.has("cased"), false);
        return new FieldCriteria.Related(field, vocabulary.field(scalar.text()), relation, fold);
    }

    private static boolean expected(List<Scalar> scalars) {
        Scalar scalar = scalars.getFirst();
        boolean known = scalar.text().equalsIgnoreCase("true") || scalar.text().equalsIgnoreCase("false");
        if (scalars.size() > 1 || !known) {
            throw new InvalidRule(scalar.line(), "'exists' takes true or false");
        }
        return scalar.text().equalsIgnoreCase("true");
    }
}
