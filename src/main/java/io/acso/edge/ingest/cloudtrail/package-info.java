/** AWS CloudTrail records: who called what, from where, on which resources, and who came from whom. */
@NullMarked
package io.acso.edge.ingest.cloudtrail;

import org.jspecify.annotations.NullMarked;
