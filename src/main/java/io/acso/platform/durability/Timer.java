package io.acso.platform.durability;

import java.time.Instant;

/** A message that is sent to a queue when its time comes. The same id replaces an earlier timer. */
public record Timer(String id, Instant due, String queue, Message message) {}
