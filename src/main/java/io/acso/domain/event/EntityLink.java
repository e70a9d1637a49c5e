package io.acso.domain.event;

/**
 * One entity came from another: a session from the principal that assumed the role, a key from who
 * created it, an instance from who started it. Following links backwards leads to who began.
 *
 * @param relation why they are linked, such as {@code assumed-role}, {@code created-key}, {@code started}
 */
public record EntityLink(Entity from, Entity to, String relation) {}
