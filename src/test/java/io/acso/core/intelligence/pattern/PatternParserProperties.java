package io.acso.core.intelligence.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A pattern written out reads as the same pattern. */
class PatternParserProperties {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_is_written_out_reads_the_same(@ForAll("expressions") ObservationExpression expression) {
        assertThat(PatternParser.parse(expression.toString())).isEqualTo(expression);
    }

    @Provide
    Arbitrary<ObservationExpression> expressions() {
        return expression(2);
    }

    private static Arbitrary<ObservationExpression> expression(int depth) {
        Arbitrary<ObservationExpression> single = comparison(2).map(ObservationExpression.Single::new);
        if (depth == 0) {
            return single;
        }
        Arbitrary<ObservationExpression> inner = expression(depth - 1);
        Arbitrary<List<ObservationExpression>> some = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(
                single,
                some.map(ObservationExpression.AllOf::new),
                some.map(ObservationExpression.AnyOf::new),
                some.map(ObservationExpression.Followed::new),
                Combinators.combine(inner, Arbitraries.integers().between(1, Integer.MAX_VALUE))
                        .as(ObservationExpression.Repeated::new),
                Combinators.combine(inner, numbers().filter(number -> number.signum() > 0))
                        .as(ObservationExpression.Within::new),
                Combinators.combine(inner, times(), times()).as(ObservationExpression.Between::new));
    }

    private static Arbitrary<Comparison> comparison(int depth) {
        Arbitrary<Comparison> test = Arbitraries.oneOf(
                Combinators.combine(paths(), Arbitraries.of(true, false)).as(Comparison.Exists::new),
                Arbitraries.of(Operator.class).flatMap(PatternParserProperties::test));
        if (depth == 0) {
            return test;
        }
        Arbitrary<List<Comparison>> some =
                comparison(depth - 1).list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(test, some.map(Comparison.AllOf::new), some.map(Comparison.AnyOf::new));
    }

    private static Arbitrary<Comparison> test(Operator operator) {
        Arbitrary<List<Constant>> operands = switch (operator) {
            case IN ->
                Arbitraries.oneOf(
                        texts().list().ofMaxSize(4),
                        numbers().<Constant>map(Constant.Number::new).list().ofMaxSize(4));
            case LIKE, MATCHES, SUBSET, SUPERSET -> texts().map(List::of);
            case EQUAL, NOT_EQUAL ->
                Arbitraries.oneOf(ordered(), Arbitraries.of(true, false).map(Constant.Bool::new))
                        .map(List::of);
            default -> ordered().map(List::of);
        };
        return Combinators.combine(paths(), Arbitraries.of(true, false), operands)
                .as((path, negated, constants) -> new Comparison.Test(path, negated, operator, constants));
    }

    private static Arbitrary<Constant> ordered() {
        return Arbitraries.oneOf(
                texts(),
                numbers().map(Constant.Number::new),
                times().map(Constant.Time::new),
                Arbitraries.strings()
                        .withCharRange('\0', '\u00ff')
                        .ofMaxLength(5)
                        .map(Constant.Binary::new));
    }

    private static Arbitrary<Constant> texts() {
        return Arbitraries.strings().all().excludeChars('\r').ofMaxLength(10).map(Constant.Text::new);
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals().between(new BigDecimal("-1e12"), new BigDecimal("1e12"));
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }

    private static Arbitrary<ObjectPath> paths() {
        Arbitrary<ObjectPath.Step> key = Arbitraries.oneOf(
                        Arbitraries.of("name", "_a1", "IN", "true", "x-y"),
                        Arbitraries.strings().ascii().ofMaxLength(5))
                .map(ObjectPath.Step.Key::new);
        Arbitrary<ObjectPath.Step> any = Arbitraries.oneOf(
                key,
                Arbitraries.integers().between(-9, 99).map(ObjectPath.Step.Index::new),
                Arbitraries.just(new ObjectPath.Step.Each()));
        return Combinators.combine(
                        Arbitraries.of("file", "ipv4-addr", "x_1"),
                        key,
                        any.list().ofMaxSize(3))
                .as((type, first, rest) -> new ObjectPath(
                        type,
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(first), rest.stream())
                                .toList()));
    }
}
