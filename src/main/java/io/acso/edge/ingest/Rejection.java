package io.acso.edge.ingest;

/**
 * A record that was not taken.
 *
 * @param record its number in the input, from 1
 * @param line the line it begins on, from 1
 * @param reason what is wrong with it, for people
 */
public record Rejection(long record, long line, String reason) {}
