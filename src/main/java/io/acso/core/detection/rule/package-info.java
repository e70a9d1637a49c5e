/** A rule between its YAML and its criteria, in a form that filters and pipelines can change. */
@NullMarked
package io.acso.core.detection.rule;

import org.jspecify.annotations.NullMarked;
