package io.acso.edge.ingest;

import tools.jackson.databind.node.ObjectNode;

/** One record as it came: a JSON object or a line of text. */
public sealed interface RawRecord {

    /** As it came; of a JSON object its source text. */
    String text();

    /** A JSON object and the text that it was read from. */
    record JsonRecord(ObjectNode tree, String text) implements RawRecord {}

    /** A line of text without its line end. */
    record Line(String text) implements RawRecord {}
}
