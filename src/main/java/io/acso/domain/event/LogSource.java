package io.acso.domain.event;

import org.jspecify.annotations.Nullable;

/** Sigma's log source, assigned at ingest by content. A part that does not apply is null. */
public record LogSource(
        @Nullable String category,
        @Nullable String product,
        @Nullable String service) {

    public static LogSource of(@Nullable String category, @Nullable String product, @Nullable String service) {
        return new LogSource(category, product, service);
    }
}
