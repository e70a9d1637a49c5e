package io.acso.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page of the console is left out of what is looked at. */
class TourTest extends BrowserSuite {

    private static final Path PAGES = Path.of("console", "src", "pages");

    /** How an area lists its tabs. */
    private static final Pattern TAB = Pattern.compile("\\{ path: '([a-z-]+)', title:");

    @Test
    void leads_to_every_area_and_each_of_its_tabs() throws IOException {
        List<String> paths = Tour.of(Stage.shared().platform().api()).stream()
                .map(stop -> stop.path().replaceFirst("[?#].*", ""))
                .toList();
        try (Stream<Path> areas = Files.list(PAGES)) {
            for (Path area : areas.filter(Files::isDirectory).toList()) {
                String root = "/" + area.getFileName();
                assertThat(paths).as("stops of %s", root).anyMatch(path -> path.startsWith(root));
                assertThat(tabs(area).map(tab -> root + "/" + tab))
                        .allSatisfy(tab -> assertThat(paths).contains(tab));
            }
        }
    }

    private static Stream<String> tabs(Path area) {
        try {
            return TAB.matcher(Files.readString(area.resolve("index.tsx")))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
