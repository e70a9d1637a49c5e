package io.acso.core.correlation;

/**
 * Something by which findings join: an entity's key and, in words, how it was reached.
 *
 * @param key see {@link io.acso.domain.event.Entity#key}
 * @param why how the finding leads there
 * @param own whether it is the actor itself, so that others who lead here belong together. False for whoever
 *     created the actor: a finding may join what the creator does, but two whom one has created are strangers.
 */
public record JoinKey(String key, String why, boolean own) {}
