package io.acso.edge.cli;

import io.acso.platform.content.ContentSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The content that a command works with. */
final class Content {

    private static final String BUILT_IN = "/content";

    private Content() {}

    /** The built-in content, with the files of a directory instead of those of the same path. */
    static ContentSnapshot load(@Nullable Path overlay) {
        try {
            ContentSnapshot builtIn = ContentSnapshot.of(builtIn());
            return overlay == null ? builtIn : builtIn.with(files(overlay));
        } catch (IOException | URISyntaxException e) {
            throw new BadInput("the content cannot be read: " + e, e);
        }
    }

    private static Map<String, String> builtIn() throws IOException, URISyntaxException {
        URL place = Content.class.getResource(BUILT_IN);
        if (place == null) {
            return Map.of();
        }
        URI uri = place.toURI();
        if (!uri.getScheme().equals("jar")) {
            return files(Path.of(uri));
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return files(jar.getPath(BUILT_IN));
        }
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> texts.put(root.relativize(file).toString().replace('\\', '/'), text(file)));
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
