package io.acso.core.detection.pipeline;

import io.acso.core.detection.syntax.Condition;
import io.acso.core.detection.syntax.ConditionParser;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.syntax.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a step of one kind, which are joined by an operator or by an expression over their names. */
record TestReader<T>(String prefix, Map<String, Function<Parameters, Test<T>>> types) {

    /** What holds when all of the step's conditions do; always when there are none. */
    Test<T> read(Parameters step) {
        Map<String, Test<T>> tests = named(step.node(prefix + "_conditions"));
        String operator = step.choice(prefix + "_cond_op", "and", "or");
        boolean explicit = step.text(prefix + "_cond_op") != null;
        boolean negated = step.flag(prefix + "_cond_not");
        YamlNode expression = step.node(prefix + "_cond_expr");
        if (tests.isEmpty()) {
            return (subject, run) -> true;
        }
        Test<T> joined;
        if (expression == null) {
            joined = joined(List.copyOf(tests.values()), operator.equals("or"));
        } else if (explicit) {
            throw step.wrong("takes '" + prefix + "_cond_op' or '" + prefix + "_cond_expr', not both");
        } else {
            joined = expression(step.scalar(prefix + "_cond_expr"), tests);
        }
        return (subject, run) -> joined.holds(subject, run) != negated;
    }

    private Map<String, Test<T>> named(@Nullable YamlNode node) {
        Map<String, Test<T>> tests = new LinkedHashMap<>();
        switch (node) {
            case null -> {}
            case Sequence sequence -> {
                for (YamlNode item : sequence.items()) {
                    tests.put(Integer.toString(tests.size() + 1), test(item));
                }
            }
            case Mapping mapping -> mapping.entries().forEach((name, item) -> tests.put(name, test(item)));
            case Scalar scalar ->
                throw new InvalidRule(scalar.line(), "'" + prefix + "_conditions' takes a list or a map of conditions");
        }
        return tests;
    }

    private Test<T> test(YamlNode node) {
        if (!(node instanceof Mapping mapping) || mapping.text("type") == null) {
            throw new InvalidRule(
                    node.line(), "a condition is a map with a 'type' of " + new TreeSet<>(types.keySet()));
        }
        String type = String.valueOf(mapping.text("type"));
        Function<Parameters, Test<T>> known = types.get(type);
        Parameters parameters = new Parameters(type, mapping);
        parameters.text("type");
        if (known == null) {
            throw parameters.wrong("is no " + prefix + " condition: use one of " + new TreeSet<>(types.keySet()));
        }
        Test<T> test = known.apply(parameters);
        parameters.finish();
        return test;
    }

    private static <T> Test<T> joined(List<Test<T>> tests, boolean any) {
        return (subject, run) -> {
            for (Test<T> test : tests) {
                if (test.holds(subject, run) == any) {
                    return any;
                }
            }
            return !any;
        };
    }

    private Test<T> expression(Scalar expression, Map<String, Test<T>> tests) {
        Set<String> unused = new HashSet<>(tests.keySet());
        Test<T> test = compile(ConditionParser.parse(expression.line(), expression.text()), expression, tests, unused);
        if (!unused.isEmpty()) {
            throw new InvalidRule(
                    expression.line(), "the expression leaves out the conditions " + new TreeSet<>(unused));
        }
        return test;
    }

    private Test<T> compile(Condition condition, Scalar place, Map<String, Test<T>> tests, Set<String> unused) {
        return switch (condition) {
            case Condition.Or or -> joined(all(or.terms(), place, tests, unused), true);
            case Condition.And and -> joined(all(and.terms(), place, tests, unused), false);
            case Condition.Not not -> {
                Test<T> term = compile(not.term(), place, tests, unused);
                yield (subject, run) -> !term.holds(subject, run);
            }
            case Condition.Name name -> {
                Test<T> test = tests.get(name.name());
                if (test == null) {
                    throw new InvalidRule(
                            place.line(),
                            "the expression names '" + name.name() + "', but the conditions are " + tests.keySet());
                }
                unused.remove(name.name());
                yield test;
            }
            case Condition.Of of ->
                throw new InvalidRule(place.line(), "expressions of pipelines have no '… of " + of.pattern() + "'");
        };
    }

    private List<Test<T>> all(List<Condition> terms, Scalar place, Map<String, Test<T>> tests, Set<String> unused) {
        List<Test<T>> compiled = new ArrayList<>();
        terms.forEach(term -> compiled.add(compile(term, place, tests, unused)));
        return compiled;
    }
}
