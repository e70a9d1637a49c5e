/** Amazon GuardDuty findings, from the API, an export or EventBridge. */
@NullMarked
package io.acso.edge.ingest.guardduty;

import org.jspecify.annotations.NullMarked;
