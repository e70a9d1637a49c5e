package io.acso.edge.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that is gone when the demo is over. */
record Scratch(Path root) implements AutoCloseable {

    static Scratch create() throws IOException {
        Scratch scratch = new Scratch(Files.createTempDirectory("acso-demo-"));
        Runtime.getRuntime().addShutdownHook(new Thread(scratch::close, "demo-cleanup"));
        return scratch;
    }

    Path data() {
        return root.resolve("data");
    }

    Path content() {
        return root.resolve("content");
    }

    /** Also when the demo is cut off. */
    @Override
    public void close() {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
