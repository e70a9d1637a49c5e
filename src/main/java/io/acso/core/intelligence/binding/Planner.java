package io.acso.core.intelligence.binding;

import io.acso.core.intelligence.binding.Plan.Filter;
import io.acso.core.intelligence.binding.Plan.Slot;
import io.acso.core.intelligence.binding.Plan.Window;
import io.acso.core.intelligence.pattern.ObservationExpression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Turns an expression into a need. A repeated comparison becomes one slot of that demand, and a repetition of
 * {@code AND} becomes the repetition of its parts; only choices, orders and spans of time have to be copied.
 */
public final class Planner {

    /** Choices, orders and spans of time together, after copying. */
    static final int MOST_DECISIONS = 500;

    private static final int MOST_SLOTS = 10_000;

    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private final List<Slot> slots = new ArrayList<>();
    private int choices;
    private int moments;

    private Planner() {}

    /** @throws IllegalArgumentException when the repetitions multiply too far */
    public static Plan plan(ObservationExpression expression) {
        Planner planner = new Planner();
        Need need = planner.need(expression, 1, List.of());
        return new Plan(need, List.copyOf(planner.slots), planner.choices, planner.moments);
    }

    private Need need(ObservationExpression expression, int times, List<Window> windows) {
        return switch (expression) {
            case ObservationExpression.Single single -> slot(List.of(new Filter(single.comparison(), windows)), times);
            case ObservationExpression.AllOf all ->
                new Need.All(all.parts().stream()
                        .map(part -> need(part, times, windows))
                        .toList());
            case ObservationExpression.Repeated repeated ->
                need(repeated.of(), multiplied(times, repeated.times()), windows);
            case ObservationExpression.Between between ->
                need(between.of(), times, and(windows, new Window(between.start(), between.stop())));
            case ObservationExpression.AnyOf any -> any(any, times, windows);
            case ObservationExpression.Followed followed ->
                copies(times, () -> followed(followed.parts(), followed.parts().size(), windows));
            case ObservationExpression.Within within -> within(within, times, windows);
        };
    }

    /** Alternatives of one occurrence each are a slot that takes either. */
    private Need any(ObservationExpression.AnyOf any, int times, List<Window> windows) {
        List<Filter> filters = new ArrayList<>();
        if (single(any, windows, filters)) {
            return slot(filters, times);
        }
        return copies(times, () -> {
            int id = decision(choices++);
            return new Need.Any(
                    id, any.parts().stream().map(part -> need(part, 1, windows)).toList());
        });
    }

    private Need within(ObservationExpression.Within within, int times, List<Window> windows) {
        List<Filter> filters = new ArrayList<>();
        if (single(within.of(), windows, filters)) {
            return slot(filters, times); // one occurrence takes no time
        }
        long micros = within.seconds()
                .movePointRight(6)
                .min(LONGEST)
                .setScale(0, RoundingMode.CEILING)
                .longValue();
        return copies(times, () -> {
            int id = decision(moments++);
            return new Need.Within(id, micros, need(within.of(), 1, windows));
        });
    }

    private Need followed(List<ObservationExpression> parts, int count, List<Window> windows) {
        Need last = need(parts.get(count - 1), 1, windows);
        if (count == 1) {
            return last;
        }
        return new Need.Ordered(decision(moments++), followed(parts, count - 1, windows), last);
    }

    private Need copies(int times, Supplier<Need> copy) {
        if (times == 1) {
            return copy.get();
        }
        List<Need> parts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            parts.add(copy.get());
        }
        return new Need.All(parts);
    }

    /** Whether one occurrence satisfies the expression, and by which filters. */
    private static boolean single(ObservationExpression expression, List<Window> windows, List<Filter> filters) {
        return switch (expression) {
            case ObservationExpression.Single single -> filters.add(new Filter(single.comparison(), windows));
            case ObservationExpression.AnyOf any ->
                any.parts().stream().allMatch(part -> single(part, windows, filters));
            case ObservationExpression.Between between ->
                single(between.of(), and(windows, new Window(between.start(), between.stop())), filters);
            case ObservationExpression.Repeated repeated ->
                repeated.times() == 1 && single(repeated.of(), windows, filters);
            case ObservationExpression.Within within -> single(within.of(), windows, filters);
            case ObservationExpression.AllOf _, ObservationExpression.Followed _ -> false;
        };
    }

    private Need slot(List<Filter> filters, int demand) {
        if (slots.size() == MOST_SLOTS) {
            throw new IllegalArgumentException("it has more than " + MOST_SLOTS + " parts: split it");
        }
        slots.add(new Slot(List.copyOf(filters), demand));
        return new Need.Slot(slots.size() - 1);
    }

    private int decision(int id) {
        if (choices + moments > MOST_DECISIONS) {
            throw new IllegalArgumentException("its OR, FOLLOWEDBY and WITHIN are repeated more than " + MOST_DECISIONS
                    + " times in all: lower the counts after REPEATS");
        }
        return id;
    }

    private static int multiplied(int times, int by) {
        try {
            return Math.multiplyExact(times, by);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("its repetitions multiply to more than " + Integer.MAX_VALUE, e);
        }
    }

    private static List<Window> and(List<Window> windows, Window window) {
        List<Window> both = new ArrayList<>(windows);
        both.add(window);
        return List.copyOf(both);
    }
}
