package io.acso.core.correlation;

/**
 * Something by which findings join: an entity's key and, in words, how it was reached.
 *
 * @param key see {@link io.acso.domain.event.Entity#key}
 */
public record JoinKey(String key, String why) {}
