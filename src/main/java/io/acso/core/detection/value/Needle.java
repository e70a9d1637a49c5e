package io.acso.core.detection.value;

/**
 * A text that a value has where a test holds. Many tests are answered by one search for all their needles.
 *
 * @param text folded; not empty unless it is the whole value
 * @param decides whether its presence is all that the test asks; otherwise the test must still be made
 */
public record Needle(String text, Place place, Fold fold, boolean decides) {

    /** Where in the value the text must be. */
    public enum Place {
        WHOLE,
        START,
        END,
        ANYWHERE
    }
}
