/** Tests on one value of an event: text with wildcards, numbers, networks, regular expressions, parts of a date. */
@NullMarked
package io.acso.core.detection.value;

import org.jspecify.annotations.NullMarked;
