/** The journal in SQLite files, one for each day of arrival: a single writer with group commit, concurrent readers. */
@NullMarked
@NamedInterface("embedded")
package io.acso.platform.journal.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
