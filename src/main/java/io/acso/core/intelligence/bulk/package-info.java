/** Millions of indicators in few bytes each: values in one form, found by hash, compared with what is stored. */
@NullMarked
package io.acso.core.intelligence.bulk;

import org.jspecify.annotations.NullMarked;
