/** What the adapters of the journal have in common, and no caller needs. */
@NullMarked
package io.acso.platform.journal.shared;

import org.jspecify.annotations.NullMarked;
