/** What the adapters of durability have in common, and no caller needs. */
@NullMarked
package io.acso.platform.durability.shared;

import org.jspecify.annotations.NullMarked;
