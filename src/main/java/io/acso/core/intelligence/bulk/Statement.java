package io.acso.core.intelligence.bulk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a source says of a value beside the value itself; null where it says nothing and its list's own defaults hold. */
public record Statement(
        @Nullable String id,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer confidence,
        List<String> labels) {

    public static final Statement NOTHING = new Statement(null, null, null, null, List.of());

    private static final int MAX_ID = 256;
    private static final int MAX_LABELS = 16;
    private static final int MAX_LABEL = 128;
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws NoIndicator when the source says what cannot be */
    public Statement {
        labels = List.copyOf(labels);
        require(id == null || id.length() <= MAX_ID, "its id is longer than " + MAX_ID + " characters");
        require(
                confidence == null || (confidence >= 0 && confidence <= 100),
                "confidence is a number from 0 to 100, not " + confidence);
        require(labels.size() <= MAX_LABELS, "it has more than " + MAX_LABELS + " labels");
        require(
                labels.stream().allMatch(label -> label.length() <= MAX_LABEL && label.indexOf('\n') < 0),
                "a label is longer than " + MAX_LABEL + " characters, or than a line");
        require(within(validFrom) && within(validUntil), "its validity is not between the years 1970 and 9999");
        require(
                validFrom == null || validUntil == null || validFrom.isBefore(validUntil),
                "its validity ends before it begins");
    }

    private static boolean within(@Nullable Instant time) {
        return time == null || (!time.isBefore(FIRST) && !time.isAfter(LAST));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new NoIndicator(otherwise);
        }
    }
}
