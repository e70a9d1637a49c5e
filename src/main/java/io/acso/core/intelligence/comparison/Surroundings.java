package io.acso.core.intelligence.comparison;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The observation that an object is part of. */
public interface Surroundings {

    /** The object that a reference names, if it is part of the same observation. */
    @Nullable
    JsonNode object(String reference);

    /** Takes note that a value could not be compared; it counts as one that satisfies nothing. */
    void undecided(String why);
}
