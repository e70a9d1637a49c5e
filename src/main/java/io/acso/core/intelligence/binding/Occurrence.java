package io.acso.core.intelligence.binding;

/**
 * Something that was observed.
 *
 * @param first when at the earliest, in microseconds of the epoch
 * @param last when at the latest
 * @param number how often; each time counts on its own, at any time in between
 */
public record Occurrence(long first, long last, int number) {}
