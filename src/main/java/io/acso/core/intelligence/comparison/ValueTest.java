package io.acso.core.intelligence.comparison;

import tools.jackson.databind.JsonNode;

/** What is asked of one value. */
interface ValueTest {

    /** @throws Undecidable when the value is not of the form that the comparison demands */
    boolean test(JsonNode value);
}
