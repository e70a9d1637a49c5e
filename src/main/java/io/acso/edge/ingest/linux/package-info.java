/** Lines of syslog, authentication and audit logs of Linux hosts. */
@NullMarked
package io.acso.edge.ingest.linux;

import org.jspecify.annotations.NullMarked;
