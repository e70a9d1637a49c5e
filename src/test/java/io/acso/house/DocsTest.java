package io.acso.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents point at files that exist and name classes that exist. */
class DocsTest {

    private static final Path ARCHITECTURE = Path.of("ARCHITECTURE.md");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[([^\\]\\n]*)]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*|#.*");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");
    /** In a document about the code, a name with two humps is a type: {@code EventFormat}. */
    private static final Pattern TYPE_NAME = Pattern.compile("`([A-Z][a-z0-9]+[A-Z]\\w*)(?:\\.\\w+)*`");

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");

    record Link(Path document, String text, String target) {

        Path file() {
            Path folder = document.toAbsolutePath().getParent();
            return folder.resolve(target.replaceFirst("#.*", "")).normalize();
        }

        @Override
        public String toString() {
            return document + ": [" + text + "](" + target + ")";
        }
    }

    @Test
    void every_relative_link_leads_to_a_file() throws IOException {
        assertThat(links(documents()).filter(link -> !Files.exists(link.file())))
                .as("links to nothing: mend the path, or write the file")
                .isEmpty();
    }

    @Test
    void every_class_in_the_trace_is_the_one_that_its_link_leads_to() throws IOException {
        List<Link> classes = links(Stream.of(ARCHITECTURE))
                .filter(link -> link.target().endsWith(".java"))
                .toList();
        assertThat(classes).hasSizeGreaterThan(40);
        assertThat(classes.stream().filter(Predicate.not(DocsTest::named)))
                .as("links whose text is not `Type` or `Type.member` of their file: the class was renamed or moved")
                .isEmpty();
    }

    @Test
    void every_type_that_is_named_exists() throws IOException {
        Set<String> types = Sources.all().stream()
                .flatMap(source ->
                        TYPE.matcher(String.join("\n", source.lines())).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (Path document : documents().filter(DocsTest::aboutTheCode).toList()) {
            results(TYPE_NAME, document)
                    .map(match -> match.group(1))
                    .filter(Predicate.not(types::contains))
                    .forEach(name -> unknown.add(document + ": " + name));
        }
        assertThat(unknown)
                .as("no such type in the sources: the class was renamed or moved")
                .isEmpty();
    }

    @Test
    void links_are_found_and_code_is_not_searched(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("a.md"), """
                [one](b.md#part) [site](https://example.org) [here](#part) ![picture](c.png)
                ```
                [code](d.md)
                ```
                """);
        assertThat(links(Stream.of(document)))
                .extracting(Link::file)
                .containsExactly(folder.resolve("b.md").toAbsolutePath());
    }

    private static boolean named(Link link) {
        Path file = link.file();
        String[] parts = link.text().replace("`", "").split("\\.");
        try {
            return file.getFileName().toString().equals(parts[0] + ".java")
                    && (parts.length == 1 || Files.readString(file).contains(" " + parts[1] + "("));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean aboutTheCode(Path document) {
        return document.equals(ARCHITECTURE)
                || document.equals(Path.of("CONTRIBUTING.md"))
                || document.startsWith("docs/adr");
    }

    private static Stream<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> root = Files.list(Path.of(""))) {
            root.filter(Files::isRegularFile).forEach(found::add);
        }
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.forEach(found::add);
        }
        return found.stream()
                .filter(file -> file.getFileName().toString().endsWith(".md"))
                .sorted();
    }

    private static Stream<Link> links(Stream<Path> documents) throws IOException {
        List<Link> links = new ArrayList<>();
        for (Path document : documents.toList()) {
            results(LINK, document)
                    .filter(match -> !ELSEWHERE.matcher(match.group(2)).matches())
                    .forEach(match -> links.add(new Link(document, match.group(1), match.group(2))));
        }
        return links.stream();
    }

    private static Stream<MatchResult> results(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(CODE.matcher(Files.readString(document)).replaceAll(""))
                .results();
    }
}
