package io.acso.core.detection;

import io.acso.core.detection.rule.Modifiers;
import io.acso.core.detection.rule.Placeholders;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.value.DateTest;
import io.acso.core.detection.value.NetworkTest;
import io.acso.core.detection.value.NothingTest;
import io.acso.core.detection.value.NumberTest;
import io.acso.core.detection.value.NumberTest.Order;
import io.acso.core.detection.value.Numbers;
import io.acso.core.detection.value.RegexTest;
import io.acso.core.detection.value.ValueTest;
import io.acso.core.detection.value.Wildcards;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns one value of a rule into tests, one of which a field's value has to pass. */
final class ValueCompiler {

    private final Placeholders placeholders;

    ValueCompiler(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    List<ValueTest> tests(Scalar scalar, Modifiers modifiers) {
        return read(scalar, modifiers, false);
    }

    /** As {@link #tests}, but a plain text may be anywhere within a value. */
    List<ValueTest> keyword(Scalar scalar, Modifiers modifiers) {
        if (scalar.kind() == Kind.NULL || scalar.text().isEmpty()) {
            throw new InvalidRule(scalar.line(), "an empty keyword would match every event: remove it");
        }
        return read(scalar, modifiers, true);
    }

    private List<ValueTest> read(Scalar scalar, Modifiers modifiers, boolean keyword) {
        try {
            List<ValueTest> tests = new ArrayList<>();
            List<String> texts = modifiers.has("expand") ? placeholders.expand(scalar.text()) : List.of(scalar.text());
            for (String text : texts) {
                tests.addAll(typed(new Scalar(scalar.line(), scalar.kind(), text), modifiers, keyword));
            }
            return tests;
        } catch (IllegalArgumentException e) {
            throw new InvalidRule(scalar.line(), String.valueOf(e.getMessage()));
        }
    }

    private static List<ValueTest> typed(Scalar scalar, Modifiers modifiers, boolean keyword) {
        if (modifiers.has("re")) {
            return List.of(RegexTest.compile(scalar.text(), flags(modifiers)));
        }
        if (modifiers.has("cidr")) {
            return List.of(NetworkTest.parse(scalar.text()));
        }
        Order order = Order.of(modifiers.order());
        if (!modifiers.datePart().isEmpty()) {
            return List.of(new DateTest(modifiers.datePart(), order, number(scalar)));
        }
        if (order != Order.EQ) {
            return List.of(new NumberTest(order, number(scalar)));
        }
        return keyword ? contained(scalar, modifiers) : plain(scalar, modifiers);
    }

    private static List<ValueTest> contained(Scalar scalar, Modifiers modifiers) {
        Wildcards text = Wildcards.parse(scalar.text());
        boolean placed = modifiers.transformText();
        return TextForms.tests(placed ? text : text.anyBefore().anyAfter(), modifiers);
    }

    private static List<ValueTest> plain(Scalar scalar, Modifiers modifiers) {
        boolean transformed = modifiers.transformText();
        BigDecimal number = scalar.kind() == Kind.NUMBER ? Numbers.ofYaml(scalar.text()) : null;
        if (number != null && !transformed) {
            return List.of(new NumberTest(Order.EQ, number));
        }
        if (scalar.kind() == Kind.NULL) {
            if (transformed) {
                throw new IllegalArgumentException("null cannot be part of a text: write '' or drop the modifier");
            }
            return List.of(new NothingTest());
        }
        return TextForms.tests(Wildcards.parse(scalar.text()), modifiers);
    }

    private static BigDecimal number(Scalar scalar) {
        BigDecimal number = Numbers.ofYaml(scalar.text());
        if (number == null) {
            throw new IllegalArgumentException("'" + scalar.text() + "' is not a number, which this modifier needs");
        }
        return number;
    }

    private static Set<String> flags(Modifiers modifiers) {
        return modifiers.names().stream().filter(name -> name.length() == 1).collect(Collectors.toUnmodifiableSet());
    }
}
