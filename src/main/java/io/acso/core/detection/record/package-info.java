/** Reads the fields that rules ask for out of a raw JSON record, in one pass, decoding nothing else. */
@NullMarked
package io.acso.core.detection.record;

import org.jspecify.annotations.NullMarked;
