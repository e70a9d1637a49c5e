package io.acso.core.intelligence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one value, in the words of a STIX 2.1 indicator.
 *
 * @param id the source's own; where it gives none, a hash of type, value and source
 * @param value in the one form that values of its type are compared in: lower case, no trailing dot, no defanging
 * @param validFrom from when; null where the source does not say
 * @param validUntil until when, exclusive; null where the source does not say
 * @param confidence 0 to 100 on STIX's scale when validity begins; null where the source does not say
 * @param decay how confidence goes down after {@code validFrom}; null where it does not
 * @param source who says so
 */
public record Indicator(
        String id,
        IndicatorType type,
        String value,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer confidence,
        @Nullable Decay decay,
        String source,
        List<String> labels) {

    public Indicator {
        labels = List.copyOf(labels);
    }

    /** Whether it holds for what happened then. */
    public boolean validAt(Instant time) {
        return (validFrom == null || !time.isBefore(validFrom))
                && (validUntil == null || time.isBefore(validUntil))
                && (decay == null
                        || validFrom == null
                        || Duration.between(validFrom, time).compareTo(decay.lifetime()) < 0);
    }

    /** The confidence that is left for what happened then; null where the source names none. */
    public @Nullable Integer confidenceAt(Instant time) {
        if (confidence == null || decay == null || validFrom == null) {
            return confidence;
        }
        return decay.remaining(confidence, Duration.between(validFrom, time));
    }
}
