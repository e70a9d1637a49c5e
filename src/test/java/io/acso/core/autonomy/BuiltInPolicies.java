package io.acso.core.autonomy;

import io.acso.platform.content.ContentSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The policies that the product ships, as they stand in the sources. */
final class BuiltInPolicies {

    private static final Path FOLDER = Path.of("src/main/resources/content/policies");

    static final ContentSnapshot CONTENT = content();
    static final Policies POLICIES = Policies.load(CONTENT);

    /** The policies that decide about callers and answers, not about actions. */
    static final List<String> ABOUT_PEOPLE = Stream.of("people", "approvals")
            .map(file -> CONTENT.files().get("policies/" + file + ".cedar"))
            .flatMap(text ->
                    Pattern.compile("@id\\(\"([^\"]+)\"\\)").matcher(text).results())
            .map(found -> found.group(1))
            .toList();

    private BuiltInPolicies() {}

    static ContentSnapshot with(String file, String text) {
        return CONTENT.with(Map.of("policies/" + file, text));
    }

    private static ContentSnapshot content() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(FOLDER)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                files.put("policies/" + path.getFileName(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ContentSnapshot.of(files);
    }
}
