package io.acso.edge.cli;

import io.acso.domain.kernel.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;

/** STIX objects in files. */
final class StixFiles {

    private StixFiles() {}

    /** The JSON documents of a file: one, an array of them, or one after the other. */
    static List<JsonNode> documents(Path file, String text) {
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> found =
                Json.MAPPER.readerFor(JsonNode.class).readValues(text)) {
            found.forEachRemaining(documents::add);
            return documents;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String line = at == null || at.getLineNr() < 1 ? "" : ":" + at.getLineNr();
            throw new BadInput(file + line + ": not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
