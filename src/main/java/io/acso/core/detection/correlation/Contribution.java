package io.acso.core.detection.correlation;

import io.acso.core.detection.value.Numbers;
import io.acso.domain.kernel.Digest;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event adds to one group of one correlation.
 *
 * @param plan its number among the plans
 * @param carried for each carried field, its values
 */
record Contribution(int plan, String group, long payload, List<List<String>> carried) {

    /** An event in more groups, or with more values, than this is counted in these only. */
    static final int MOST = 16;

    /** The values of a field in the words of one rule. */
    private interface Fields {
        List<String> values(String name);
    }

    /**
     * What an event, or another correlation's match, that fits a member adds; empty when it lacks a field to group by
     * or the value to count.
     */
    static List<Contribution> of(int number, Plan plan, int member, FieldSource source) {
        Plan.Member fitting = plan.members().get(member);
        Fields fields = name -> source.values(fitting.rule(), name);
        List<List<String>> groups = combinations(fitting.groupFields(), fields);
        List<Long> payloads = payloads(plan, member, fitting, fields);
        List<List<String>> carried =
                groups.isEmpty() || payloads.isEmpty() ? List.of() : carried(plan.carried(), fields);
        List<Contribution> all = new ArrayList<>();
        for (List<String> group : groups) {
            String key = GroupKey.join(group);
            payloads.forEach(payload -> all.add(new Contribution(number, key, payload, carried)));
        }
        return all;
    }

    /** This, by an event that fits another rule too. */
    Contribution and(long rule) {
        return new Contribution(plan, group, payload | rule, carried);
    }

    private static List<Long> payloads(Plan plan, int bit, Plan.Member member, Fields fields) {
        return switch (plan.judge().keeps()) {
            case RULES -> List.of(1L << bit);
            case HASH ->
                combinations(member.valueFields(), fields).stream()
                        .map(values -> hash(GroupKey.join(values)))
                        .toList();
            case NUMBER ->
                fields.values(member.valueFields().getFirst()).stream()
                        .limit(MOST)
                        .map(Contribution::number)
                        .filter(number -> number != null)
                        .map(Double::doubleToLongBits)
                        .toList();
        };
    }

    private static @Nullable Double number(String text) {
        BigDecimal number = Numbers.ofYaml(text);
        if (number == null) {
            return null;
        }
        double read = number.doubleValue();
        return Double.isFinite(read) ? read : null;
    }

    private static long hash(String text) {
        return ByteBuffer.wrap(Digest.ofParts(text).bytes()).getLong();
    }

    private static List<List<String>> carried(List<String> names, Fields fields) {
        return names.stream()
                .map(name -> fields.values(name).stream()
                        .distinct()
                        .limit(MOST)
                        .map(GroupKey::bounded)
                        .toList())
                .toList();
    }

    /** One value of each field, in every combination. */
    private static List<List<String>> combinations(List<String> names, Fields fields) {
        List<List<String>> rows = List.of(List.of());
        for (String name : names) {
            Set<String> values = new LinkedHashSet<>(fields.values(name));
            List<List<String>> longer = new ArrayList<>();
            for (List<String> row : rows) {
                for (String value : values) {
                    if (longer.size() < MOST) {
                        List<String> next = new ArrayList<>(row);
                        next.add(value);
                        longer.add(next);
                    }
                }
            }
            rows = longer;
        }
        return rows;
    }
}
