package io.acso.core.detection.correlation;

/**
 * How long is waited and how much is kept. Times are in microseconds.
 *
 * @param lateness how much older than the newest of its source an event may be
 * @param idle after how much silence, or how far behind the others, a source is not waited for
 * @param groups in all
 * @param entries in one group
 * @param waiting events that wait for their turn, in each lane
 * @param sources whose watermark is known
 */
public record Limits(long lateness, long idle, int groups, int entries, int waiting, int sources) {}
