/** Which occurrences satisfy an observation expression together: counts, order and time. */
@NullMarked
package io.acso.core.intelligence.binding;

import org.jspecify.annotations.NullMarked;
