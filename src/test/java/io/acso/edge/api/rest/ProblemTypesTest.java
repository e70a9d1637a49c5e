package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each word that the API may answer with is in the guide, and none that it does not. */
class ProblemTypesTest {

    private static final Path GUIDE = Path.of("docs/guides/problems.md");
    private static final Path SOURCES = Path.of("src/main/java/io/acso/edge/api");

    private static final Pattern SAID = Pattern.compile(
            "(?:badRequest\\(|conflict\\(|problem\\(|HttpStatus\\.[A-Z_]+,|TYPE \\+)\\s*" + "\"([a-z]+(?:-[a-z]+)+)\"");

    /** Words that Spring's statuses have. */
    private static final Set<String> STATUSES =
            Set.of("bad-request", "method-not-allowed", "not-acceptable", "unsupported-media-type");

    @Test
    void are_in_the_guide() throws IOException {
        Set<String> said = new TreeSet<>(STATUSES);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> words(SAID, read(file)).forEach(said::add));
        }
        Set<String> listed = new TreeSet<>();
        Files.readString(GUIDE)
                .lines()
                .filter(line -> line.startsWith("|"))
                .forEach(line -> words(Pattern.compile("`([a-z]+(?:-[a-z]+)+)`"), line.split("\\|")[2])
                        .forEach(listed::add));
        assertThat(listed).as("the words in " + GUIDE).containsExactlyElementsOf(said);
    }

    private static Stream<String> words(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
