package io.acso.platform.durability;

import java.time.Instant;

/**
 * A message that was given up, kept apart from those that wait until it is redriven or purged.
 *
 * @param attempts how often it was delivered
 * @param cause what its last consumer said, or that its lease ran out
 * @param sent when it came into the queue
 * @param since when it was given up
 */
public record DeadLetter(String queue, Message message, int attempts, String cause, Instant sent, Instant since) {}
