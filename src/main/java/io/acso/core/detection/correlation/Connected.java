package io.acso.core.detection.correlation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Correlations that refer to each other, directly or not, belong together. */
final class Connected {

    private Connected() {}

    /** The numbers of the plans of each part, in their order. */
    static List<List<Integer>> parts(List<Plan> plans) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] part = new int[plans.size()];
        for (int i = 0; i < plans.size(); i++) {
            part[i] = i;
            numbers.put(plans.get(i).id(), i);
        }
        for (int outer = 0; outer < plans.size(); outer++) {
            for (Plan.Member member : plans.get(outer).members()) {
                Integer inner = numbers.get(member.rule());
                if (inner != null) {
                    join(part, part[inner], part[outer]);
                }
            }
        }
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        for (int i = 0; i < part.length; i++) {
            parts.computeIfAbsent(part[i], absent -> new ArrayList<>()).add(i);
        }
        return List.copyOf(parts.values());
    }

    private static void join(int[] part, int one, int other) {
        for (int i = 0; i < part.length; i++) {
            if (part[i] == other) {
                part[i] = one;
            }
        }
    }
}
