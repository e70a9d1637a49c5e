/** Comparison expressions against one observed object: object paths, references, values. */
@NullMarked
package io.acso.core.intelligence.comparison;

import org.jspecify.annotations.NullMarked;
