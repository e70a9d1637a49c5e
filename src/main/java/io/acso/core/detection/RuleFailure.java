package io.acso.core.detection;

/**
 * A rule that was not loaded.
 *
 * @param line of the file, from 1; 0 where no line is to blame
 * @param error what is wrong and how to mend it
 */
public record RuleFailure(String file, int line, String error) {}
