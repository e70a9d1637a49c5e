package io.acso.platform.durability;

import java.time.Instant;

/**
 * A message lent to a consumer until {@code visibleAgain}.
 *
 * @param receipt proves that this consumer holds it; void once the lease has run out
 * @param attempt 1 for the first delivery
 */
public record Delivery(
        String queue, String receipt, Message message, int attempt, Instant sent, Instant visibleAgain) {}
