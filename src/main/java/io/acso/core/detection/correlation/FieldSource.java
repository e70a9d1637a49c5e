package io.acso.core.detection.correlation;

import java.util.List;

/** Where a correlation finds the values of a field: in an event, or in what another correlation carries along. */
@FunctionalInterface
public interface FieldSource {

    /**
     * Empty when there is no such field.
     *
     * @param rule or correlation, the id, in whose words the field is named
     */
    List<String> values(String rule, String field);
}
