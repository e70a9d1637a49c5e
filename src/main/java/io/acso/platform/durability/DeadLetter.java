package io.acso.platform.durability;

import java.time.Instant;

/** A message that was given up, with the cause its last consumer gave. */
public record DeadLetter(String queue, Message message, int attempts, String cause, Instant since) {}
