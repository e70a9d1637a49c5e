package io.acso.core.detection;

import io.acso.core.detection.record.FieldPlan;
import io.acso.domain.event.LogSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * A raw event as rules see it: JSON, read only as far as is asked. A field's name is taken as written, upper and lower
 * case included; a dot may be part of a key or lead into an object, and every reading that the event has counts; of a
 * list, any element counts; a field that is an object has its compact JSON as value. The fields of Windows events are
 * found below {@code Event.EventData}, {@code Event.System} and {@code winlog.event_data} too.
 *
 * @param json UTF-8; not to be changed afterwards
 */
public record EventView(LogSource logSource, byte[] json) {

    public static EventView of(LogSource logSource, byte[] json) {
        return new EventView(logSource, json);
    }

    public static EventView of(LogSource logSource, String json) {
        return new EventView(logSource, json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The texts that the event has under a field's name; empty where it has none.
     *
     * @throws JacksonException when the event is not JSON, or nested deeper than {@link io.acso.domain.kernel.Json#MAX_DEPTH}
     */
    public List<String> values(String field) {
        return FieldPlan.values(json, field);
    }
}
