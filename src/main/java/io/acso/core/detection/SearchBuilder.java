package io.acso.core.detection;

import io.acso.core.detection.scan.NetworkIndex;
import io.acso.core.detection.scan.NumberIndex;
import io.acso.core.detection.scan.TextIndex;
import io.acso.core.detection.value.Fold;
import io.acso.core.detection.value.Needle;
import io.acso.core.detection.value.NetworkTest;
import io.acso.core.detection.value.NumberTest;
import io.acso.core.detection.value.ValueTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what rules search for in one field, each thing once. */
final class SearchBuilder {

    private final int index;
    private final int slot;
    private final Needled needled;
    private final Map<Needle, Integer> needles = new HashMap<>();
    private final Map<Fold, TextIndex.Builder> texts = new EnumMap<>(Fold.class);
    private final Map<BigDecimal, Integer> bounds = new HashMap<>();
    private final NumberIndex numbers = new NumberIndex();
    private final Map<NetworkTest, Integer> blocks = new HashMap<>();
    private final NetworkIndex networks = new NetworkIndex();
    private final List<Predicate> predicates = new ArrayList<>();

    SearchBuilder(int index, int slot, Needled needled) {
        this.index = index;
        this.slot = slot;
        this.needled = needled;
    }

    /** @param number of the new predicate within the program */
    Predicate predicate(int number, Criterion origin, List<ValueTest> tests) {
        List<ValueTest> unsettled = new ArrayList<>();
        boolean open = false;
        for (ValueTest test : tests) {
            switch (test) {
                case NumberTest equal
                when equal.order() == NumberTest.Order.EQ -> needled.target(number(equal), number, true);
                case NetworkTest network -> needled.target(network(network), number, true);
                default -> {
                    List<Needle> found = test.needles();
                    open |= found.isEmpty();
                    found.forEach(needle -> needled.target(needle(needle), number, needle.decides()));
                    if (found.isEmpty() || !found.stream().allMatch(Needle::decides)) {
                        unsettled.add(test);
                    }
                }
            }
        }
        Predicate predicate = new Predicate(number, index, origin, List.copyOf(unsettled), open);
        predicates.add(predicate);
        return predicate;
    }

    private int number(NumberTest test) {
        return bounds.computeIfAbsent(test.bound().stripTrailingZeros(), bound -> {
            int number = needled.addNumber();
            numbers.add(bound, number);
            return number;
        });
    }

    private int network(NetworkTest test) {
        return blocks.computeIfAbsent(test, block -> {
            int number = needled.addNumber();
            networks.add(block.address(), block.bits(), number);
            return number;
        });
    }

    private int needle(Needle needle) {
        // whether it decides is for each predicate to say
        return needles.computeIfAbsent(new Needle(needle.text(), needle.place(), needle.fold(), true), same -> {
            int number = needled.add(same);
            texts.computeIfAbsent(same.fold(), TextIndex.Builder::new).add(same, number);
            return number;
        });
    }

    FieldSearch build(Waking waking) {
        boolean eager = predicates.stream().anyMatch(predicate -> waking.wakes(predicate.index()));
        return new FieldSearch(
                slot, texts.values().stream().map(TextIndex.Builder::build).toList(), numbers, networks, eager);
    }
}
