package io.acso.core.intelligence;

import io.acso.core.intelligence.pattern.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The properties of an observed-data object, and what is wrong with them. */
record Fields(JsonNode document, int position) {

    @Nullable
    String id() {
        return document.path("id").asString(null);
    }

    Instant time(String name) {
        JsonNode value = document.path(name);
        Instant time = value.isString() ? Timestamps.read(value.stringValue()) : null;
        if (time == null) {
            throw invalid(name + " has to be a timestamp, as \"2026-01-31T23:59:59Z\"");
        }
        return time;
    }

    int count(String name) {
        JsonNode value = document.path(name);
        if (!value.isInt() || value.intValue() < 1) {
            throw invalid(name + " has to be a number from 1 on");
        }
        return value.intValue();
    }

    InvalidObservation invalid(String what) {
        String id = id();
        return new InvalidObservation((id == null ? "observation " + position : id) + ": " + what);
    }
}
