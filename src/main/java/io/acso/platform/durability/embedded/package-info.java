/** Durability in one SQLite file of the data directory: one writer that groups commits, concurrent readers. */
@NullMarked
@NamedInterface("embedded")
package io.acso.platform.durability.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
