package io.acso.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's Java sources, read from the working directory of the build. */
final class Sources {

    record Source(Path file, List<String> lines) {
        String name() {
            return file.toString();
        }
    }

    private Sources() {}

    static List<Source> main() {
        return under(Path.of("src/main/java"));
    }

    static List<Source> all() {
        return Stream.of("src/main/java", "src/test/java", "src/build", "benchmarks")
                .flatMap(root -> under(Path.of(root)).stream())
                .toList();
    }

    private static List<Source> under(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Sources::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Source read(Path file) {
        try {
            return new Source(file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
