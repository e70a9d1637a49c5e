/** The journal on a Kinesis stream, with a DynamoDB table that says which copy of an event is the one. */
@NullMarked
@NamedInterface("aws")
package io.acso.platform.journal.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
