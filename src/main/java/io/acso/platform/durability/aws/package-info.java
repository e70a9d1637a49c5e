/** Durability in one DynamoDB table, with SQS to wake consumers, SNS and EventBridge to tell others of facts. */
@NullMarked
@NamedInterface("aws")
package io.acso.platform.durability.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
