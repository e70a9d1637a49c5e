package io.acso.core.intelligence;

import io.acso.core.intelligence.binding.Plan;
import io.acso.core.intelligence.binding.Planner;
import io.acso.core.intelligence.binding.Search;
import io.acso.core.intelligence.comparison.ObjectTest;
import io.acso.core.intelligence.pattern.Comparison;
import io.acso.core.intelligence.pattern.InvalidSyntax;
import io.acso.core.intelligence.pattern.ObservationExpression;
import io.acso.core.intelligence.pattern.PatternParser;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A pattern of STIX 2.1 (OASIS standard, part 9), or of 2.0. Immutable, for any number of threads.
 *
 * <p>Each observation counts for one comparison, as often as it was observed; an object has to satisfy a comparison by
 * itself and by what it refers to within its observation; an observation that took a while may have been at any time in
 * between.
 */
public final class StixPattern {

    private final ObservationExpression expression;
    private final Plan plan;
    private final Map<Comparison, ObjectTest> tests;

    private StixPattern(ObservationExpression expression, Plan plan, Map<Comparison, ObjectTest> tests) {
        this.expression = expression;
        this.plan = plan;
        this.tests = tests;
    }

    /** @throws InvalidPattern when the text is no pattern */
    public static StixPattern parse(String text) {
        try {
            ObservationExpression expression = PatternParser.parse(text);
            Plan plan = Planner.plan(expression);
            return new StixPattern(expression, plan, tests(plan));
        } catch (InvalidSyntax e) {
            throw InvalidPattern.at(text, e.offset(), e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new InvalidPattern("the pattern cannot be carried out: " + e.getMessage(), e);
        }
    }

    /** One for each comparison in the text, however often it is repeated. */
    private static Map<Comparison, ObjectTest> tests(Plan plan) {
        Map<Comparison, ObjectTest> tests = new IdentityHashMap<>();
        for (Plan.Slot slot : plan.slots()) {
            for (Plan.Filter filter : slot.filters()) {
                tests.computeIfAbsent(filter.comparison(), ObjectTest::of);
            }
        }
        return tests;
    }

    /** Whether some of the observations satisfy the pattern together, and which. */
    public PatternAnswer match(Observations observations) {
        Candidates candidates = new Candidates(observations, tests);
        int[][] bySlot = plan.slots().stream().map(candidates::of).toArray(int[][]::new);
        try {
            Optional<Set<Integer>> found = Search.find(plan, observations.occurrences(), bySlot);
            if (found.isPresent()) {
                return new PatternAnswer.Matched(
                        found.get().stream().map(observations.all()::get).toList());
            }
            return candidates.undecided().isEmpty()
                    ? new PatternAnswer.Unmatched()
                    : new PatternAnswer.Undecided(candidates.undecided());
        } catch (Search.GivenUp e) {
            return new PatternAnswer.Undecided(List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The pattern in one form of several that mean the same. */
    @Override
    public String toString() {
        return expression.toString();
    }
}
