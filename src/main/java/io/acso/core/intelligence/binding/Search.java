package io.acso.core.intelligence.binding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Finds occurrences that satisfy a plan together.
 *
 * <p>Once it is known which alternatives are taken and at which moments the parts meet, each slot only asks for
 * occurrences between two times, and an {@link Assignment} answers in polynomial time. So the search goes over
 * alternatives and spans of moments: it asks for the assignment that the widest spans allow, gives up where there is
 * none, and halves the span of a moment that the assignment found does not keep. A pattern with no more than a few
 * orders and spans of time is answered after some multiple of n log n steps. What is harder may use up its steps: to
 * decide the hardest patterns is NP-complete.
 */
public final class Search {

    /** Some tenths of a second. */
    static final long MAX_STEPS = 20_000_000;

    private final Plan plan;
    private final Occurrence[] occurrences;
    private final int[] numbers;
    private final int[] demands;
    private final long[] moments;
    private final Steps steps;

    /** The answer is not known: the search was given up. */
    public static final class GivenUp extends Exception {
        private static final long serialVersionUID = 1L;

        GivenUp(long steps) {
            super("there are too many ways to combine the observations: none was found within " + steps + " steps");
        }
    }

    private Search(Plan plan, List<Occurrence> occurrences, long maxSteps) {
        this.plan = plan;
        this.occurrences = occurrences.toArray(Occurrence[]::new);
        this.numbers = occurrences.stream().mapToInt(Occurrence::number).toArray();
        this.demands = plan.slots().stream().mapToInt(Plan.Slot::demand).toArray();
        this.moments = plan.moments() == 0 ? new long[0] : moments(occurrences);
        this.steps = new Steps(maxSteps);
    }

    private static long[] moments(List<Occurrence> occurrences) {
        return occurrences.stream()
                .flatMapToLong(occurrence -> LongStream.of(occurrence.first(), occurrence.last()))
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * @param candidates by slot, the occurrences that satisfy one of its filters, as indexes
     * @return the occurrences that take part, as indexes; nothing when there is no way
     * @throws GivenUp when that was not found out within bounded time
     */
    public static Optional<Set<Integer>> find(Plan plan, List<Occurrence> occurrences, int[][] candidates)
            throws GivenUp {
        return find(plan, occurrences, candidates, MAX_STEPS);
    }

    static Optional<Set<Integer>> find(Plan plan, List<Occurrence> occurrences, int[][] candidates, long maxSteps)
            throws GivenUp {
        try {
            return new Search(plan, occurrences, maxSteps).run(candidates);
        } catch (Steps.Exhausted e) {
            throw new GivenUp(maxSteps);
        }
    }

    private Optional<Set<Integer>> run(int[][] candidates) {
        Deque<State> states = new ArrayDeque<>();
        if (occurrences.length > 0) {
            states.push(State.first(plan, moments.length, candidates));
        }
        while (!states.isEmpty()) {
            Optional<Set<Integer>> found = visit(states.pop(), states);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** @param later takes the states that are left to visit, the most promising on top */
    private Optional<Set<Integer>> visit(State given, Deque<State> later) {
        Narrowing narrowing = Narrowing.of(plan.need(), given, occurrences, moments, steps);
        int[][] candidates = narrowing.candidates();
        Assignment assignment = Assignment.find(narrowing.slots(), demands, candidates, numbers, steps);
        if (assignment == null) {
            return Optional.empty();
        }
        State state = given.with(candidates);
        Need.Any choice = narrowing.open();
        if (choice != null) {
            for (int i = choice.parts().size() - 1; i >= 0; i--) {
                later.push(state.choose(choice.id(), i));
            }
            return Optional.empty();
        }
        int broken = Extents.broken(plan.need(), state, assignment, occurrences);
        if (broken < 0) {
            return Optional.of(new TreeSet<>(assignment.holders().keySet()));
        }
        int low = state.low()[broken];
        int high = state.high()[broken];
        int middle = (low + high) >>> 1;
        later.push(state.between(broken, middle + 1, high));
        later.push(state.between(broken, low, middle));
        return Optional.empty();
    }
}
