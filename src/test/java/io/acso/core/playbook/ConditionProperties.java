package io.acso.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConditionProperties {

    private static final Map<String, Value> VARIABLES =
            Map.of("a", Value.of("5"), "b", Value.of(List.of("x", "5")), "c", Value.of(List.of()));

    @Property
    void what_is_written_reads_as_the_same(@ForAll("conditions") Condition condition) {
        assertThat(Condition.parse(condition.toString())).isEqualTo(condition);
    }

    @Property
    void negation_turns_the_truth(@ForAll("conditions") Condition condition) {
        assertThat(truth(new Condition.Not(condition)))
                .isEqualTo(truth(condition).not());
        assertThat(truth(condition).not().not()).isEqualTo(truth(condition));
    }

    @Property
    void de_morgan_holds(@ForAll("conditions") Condition one, @ForAll("conditions") Condition other) {
        assertThat(truth(new Condition.Not(new Condition.And(one, other))))
                .isEqualTo(truth(new Condition.Or(new Condition.Not(one), new Condition.Not(other))));
    }

    @Property
    void unequal_is_not_equal(@ForAll("operands") Operand one, @ForAll("operands") Operand other) {
        assertThat(truth(Condition.parse(one + " != " + other)))
                .isEqualTo(truth(Condition.parse(one + " = " + other)).not());
    }

    @Property
    void any_text_is_read_or_refused(@ForAll("texts") String text) {
        try {
            assertThat(Condition.parse(text).variables()).isNotNull();
        } catch (ConditionInvalid refused) {
            assertThat(refused).hasMessageStartingWith("at character ");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("__a__:value", "=", "!=", "IN", "(", ")", ",", "'x'", "'", "NOT", "AND", "OR", "5", "é")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<Operand> operands() {
        return Arbitraries.oneOf(
                Arbitraries.of("a", "b", "c", "unknown").map(Operand.Reference::new),
                Arbitraries.strings().ofMaxLength(6).map(Operand.Literal::new),
                Arbitraries.integers().map(number -> new Operand.Number(number.toString())),
                Arbitraries.of(true, false).map(Operand.Flag::new));
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return conditions(3);
    }

    private Arbitrary<Condition> conditions(int depth) {
        if (depth == 0) {
            return comparisons();
        }
        Arbitrary<Condition> inner = conditions(depth - 1);
        return Arbitraries.oneOf(
                comparisons(),
                inner.map(Condition.Not::new),
                Combinators.combine(inner, inner).as(Condition.And::new),
                Combinators.combine(inner, inner).as(Condition.Or::new));
    }

    private Arbitrary<Condition> comparisons() {
        Arbitrary<Comparison> plain = Arbitraries.of(Comparison.EQUAL, Comparison.LESS, Comparison.GREATER_OR_EQUAL);
        return Arbitraries.oneOf(
                Combinators.combine(operands(), plain, operands())
                        .as((left, how, right) -> new Condition.Compare(left, how, List.of(right))),
                Combinators.combine(operands(), operands().list().ofMinSize(1).ofMaxSize(3))
                        .as((left, right) -> new Condition.Compare(left, Comparison.IN, right)),
                Combinators.combine(operands(), Arbitraries.of("x%", "_", "%'\\"))
                        .as((left, like) ->
                                new Condition.Compare(left, Comparison.LIKE, List.of(new Operand.Literal(like)))));
    }

    private static Truth truth(Condition condition) {
        return condition.evaluate(name -> VARIABLES.getOrDefault(name, Value.UNKNOWN));
    }
}
