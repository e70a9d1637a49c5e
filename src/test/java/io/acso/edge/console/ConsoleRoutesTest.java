package io.acso.edge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ConsoleRoutesTest {

    private static final Path SOURCES = Path.of("console/src");

    @Test
    void each_directory_of_pages_is_an_address_of_the_server() throws IOException {
        try (Stream<Path> pages = Files.list(SOURCES.resolve("pages"))) {
            List<String> areas = pages.filter(Files::isDirectory)
                    .map(page -> page.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(ConsoleRoutes.AREAS)
                    .as("a deep link to an area that is not listed here would be answered with 'not found'")
                    .containsExactlyElementsOf(areas);
        }
    }

    @Test
    void where_there_is_no_console_the_answer_is_not_found() {
        assertThat(ConsolePage.missing().statusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(Console.CURE).contains("Node 20.19", "acso build");
    }

    @Test
    void the_address_for_a_browser_is_a_name_because_a_passkey_belongs_to_one() {
        assertThat(Console.at(URI.create("http://127.0.0.1:7443"))).isEqualTo(URI.create("http://localhost:7443"));
        assertThat(Console.at(URI.create("https://acso.example:8443")))
                .isEqualTo(URI.create("https://acso.example:8443"));
    }
}
