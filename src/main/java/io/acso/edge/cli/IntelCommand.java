package io.acso.edge.cli;

import io.acso.domain.kernel.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;

/** Indicators in files. */
@Command(
        name = "intel",
        description = "Indicators in files: STIX patterns and observations.",
        mixinStandardHelpOptions = true,
        subcommands = {IntelMatchVerb.class, IntelTestVerb.class})
final class IntelCommand {

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
