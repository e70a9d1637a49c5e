package io.acso.core.intelligence.bulk;

import io.acso.core.intelligence.Decay;
import org.jspecify.annotations.Nullable;

/**
 * Who says something, and what holds for all of it that says nothing else.
 *
 * @param defaults without an id
 */
public record Source(
        String name, Statement defaults, @Nullable Decay decay) {

    private static final int MAX_NAME = 256;

    /** @throws NoIndicator when the name is longer than any */
    public Source {
        if (name.length() > MAX_NAME) {
            throw new NoIndicator("the name of its source is longer than " + MAX_NAME + " characters");
        }
    }

    public Source named(String other) {
        return new Source(other, defaults, decay);
    }
}
