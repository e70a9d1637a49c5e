package io.acso.core.intelligence;

import io.acso.core.intelligence.binding.Plan;
import io.acso.core.intelligence.comparison.ObjectTest;
import io.acso.core.intelligence.comparison.Surroundings;
import io.acso.core.intelligence.pattern.Comparison;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The observations that each part of a pattern can be matched by. */
final class Candidates {

    private static final int REASONS = 5;

    private final Observations observations;
    private final Map<Comparison, ObjectTest> tests;
    private final Map<Comparison, BitSet> satisfied = new IdentityHashMap<>();
    private final List<String> undecided = new ArrayList<>();

    Candidates(Observations observations, Map<Comparison, ObjectTest> tests) {
        this.observations = observations;
        this.tests = tests;
    }

    /** Their positions, in order. */
    int[] of(Plan.Slot slot) {
        BitSet any = new BitSet();
        for (Plan.Filter filter : slot.filters()) {
            BitSet by = satisfied.computeIfAbsent(filter.comparison(), this::evaluate);
            if (filter.windows().isEmpty()) {
                any.or(by);
            } else {
                by.stream()
                        .filter(position -> inside(observations.all().get(position), filter.windows()))
                        .forEach(any::set);
            }
        }
        return any.stream().toArray();
    }

    /** Why observations could not be compared: the first few reasons. */
    List<String> undecided() {
        return undecided;
    }

    private BitSet evaluate(Comparison comparison) {
        ObjectTest test = Objects.requireNonNull(tests.get(comparison));
        BitSet found = new BitSet();
        for (String type : test.types()) {
            for (Observations.Candidate candidate : observations.ofType(type)) {
                Observation observation = candidate.observation();
                if (!found.get(observation.position()) && test.test(candidate.object(), new Within(observation))) {
                    found.set(observation.position());
                }
            }
        }
        return found;
    }

    private static boolean inside(Observation observation, List<Plan.Window> windows) {
        return windows.stream()
                .allMatch(window -> window.start().isBefore(window.stop())
                        && observation.first().isBefore(window.stop())
                        && !observation.last().isBefore(window.start()));
    }

    private final class Within implements Surroundings {

        private final Observation observation;

        private Within(Observation observation) {
            this.observation = observation;
        }

        @Override
        public @Nullable JsonNode object(String reference) {
            return observation.objects().get(reference);
        }

        @Override
        public void undecided(String why) {
            if (undecided.size() < REASONS) {
                undecided.add(observation.name() + ": " + why);
            }
        }
    }
}
