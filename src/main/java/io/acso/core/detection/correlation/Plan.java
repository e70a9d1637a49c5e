package io.acso.core.detection.correlation;

import java.util.List;

/**
 * A correlation rule, ready to run.
 *
 * @param id of the rule
 * @param fingerprint of all that its results depend on: as long as it stays, state can be kept
 * @param span microseconds
 * @param groupBy the names of the fields that make a group
 * @param members the rules it refers to; a member's place is its bit
 * @param carried the fields that correlations of this one ask for beside {@code groupBy}
 */
public record Plan(
        String id,
        String fingerprint,
        Judge judge,
        long span,
        List<String> groupBy,
        List<Member> members,
        List<String> carried) {

    /** More rules than this in one correlation are refused. */
    public static final int MOST_MEMBERS = 64;

    /**
     * @param rule the id of a rule, or of another correlation
     * @param groupFields where its events have the values of {@code groupBy}
     * @param valueFields where they have the value that is counted; empty when events are
     */
    public record Member(String rule, List<String> groupFields, List<String> valueFields) {
        public Member {
            groupFields = List.copyOf(groupFields);
            valueFields = List.copyOf(valueFields);
        }
    }

    public Plan {
        groupBy = List.copyOf(groupBy);
        members = List.copyOf(members);
        carried = List.copyOf(carried);
    }

    /** The bits of the members that contributed to a match; none where that is not kept. */
    public long bits(Fired fired) {
        return keepsRules()
                ? fired.occurrences().stream()
                        .mapToLong(Fired.Occurred::payload)
                        .reduce(0, (a, b) -> a | b)
                : 0;
    }

    boolean keepsRules() {
        return judge.keeps() == Judge.Keeps.RULES;
    }
}
