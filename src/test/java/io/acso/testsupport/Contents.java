package io.acso.testsupport;

import io.acso.platform.content.ContentSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The content that the product comes with. */
public final class Contents {

    private Contents() {}

    public static ContentSnapshot bundled() {
        Path root = Path.of("src/main/resources/content");
        try (Stream<Path> files = Files.walk(root)) {
            return ContentSnapshot.of(files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString().replace('\\', '/'),
                            Contents::text,
                            (a, b) -> a,
                            TreeMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
