/** Searches a value for very many needles at once: each index is built once, immutable, and knows nothing of rules. */
@NullMarked
package io.acso.core.detection.scan;

import org.jspecify.annotations.NullMarked;
