/** The written form of rules: YAML with line numbers, and the grammar of conditions. Knows nothing of matching. */
@NullMarked
package io.acso.core.detection.syntax;

import org.jspecify.annotations.NullMarked;
