package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * Whether a text is a valid CACAO 2.0 playbook: its structure (every problem is reported, not the first only) and, once
 * that holds, its meaning: references, reachability, circles, variables.
 */
public final class PlaybookCheck {

    static final int MAX_CHARACTERS = 1_000_000;

    private PlaybookCheck() {}

    /**
     * @param problems empty exactly when it is valid
     * @param refusals of a valid one, why it cannot run here
     */
    public record Checked(boolean valid, List<Problem> problems, List<Problem> refusals) {}

    /** Never throws, whatever the text. */
    public static Checked check(String text) {
        List<Problem> problems = new ArrayList<>();
        List<Playbook> read = read(text, problems);
        boolean valid = problems.isEmpty();
        return new Checked(valid, List.copyOf(problems), valid ? read.getFirst().refusals() : List.of());
    }

    /** @throws PlaybookInvalid with every problem found */
    public static Playbook read(String text) {
        List<Problem> problems = new ArrayList<>();
        List<Playbook> read = read(text, problems);
        if (!problems.isEmpty()) {
            throw new PlaybookInvalid("", problems);
        }
        return read.getFirst();
    }

    private static List<Playbook> read(String text, List<Problem> problems) {
        if (text.length() > MAX_CHARACTERS) {
            problems.add(new Problem("", "is larger than a million characters: split the playbook"));
            return List.of();
        }
        JsonNode json;
        try {
            json = Json.MAPPER
                    .reader()
                    .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .readTree(text);
        } catch (JacksonException e) {
            problems.add(new Problem("", "is no well-formed JSON, " + at(e.getLocation()) + e.getOriginalMessage()));
            return List.of();
        }
        Cursor document = new Cursor(json, "", problems);
        if (!document.object()) {
            return List.of();
        }
        Playbook playbook = new PlaybookReader(document).read(text);
        if (problems.isEmpty()) {
            problems.addAll(new GraphCheck(playbook).problems());
            problems.addAll(new VariableCheck(playbook).problems());
        }
        return List.of(playbook);
    }

    private static String at(TokenStreamLocation location) {
        return "line " + location.getLineNr() + " column " + location.getColumnNr() + ": ";
    }
}
