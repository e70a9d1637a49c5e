/**
 * Correlation over time: groups of occurrences in sliding windows, judged in the order of event time. Knows no YAML and
 * no event, only names, times and field values.
 */
@NullMarked
package io.acso.core.detection.correlation;

import org.jspecify.annotations.NullMarked;
