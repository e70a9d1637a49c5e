/** Windows and Sysmon events written as JSON, in the shapes of the common shippers. */
@NullMarked
package io.acso.edge.ingest.windows;

import org.jspecify.annotations.NullMarked;
