package io.acso.platform.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where content comes from: the {@code content/} folder of the class path, packed or not, and a directory
 * laid over it. Hidden files are left out. What lies in {@code indicators/} of the directory is hashed and stays there.
 */
public final class ContentSource {

    private static final String ROOT = "content";
    private static final String FEEDS = "indicators";

    private final ClassLoader classPath;
    private final @Nullable Path overlay;

    /** @param overlay its files replace those of the same path and add others; null for none */
    public ContentSource(ClassLoader classPath, @Nullable Path overlay) {
        this.classPath = classPath;
        this.overlay = overlay;
    }

    /**
     * Reads all content anew.
     *
     * @throws ContentUnreadable when a file cannot be read or is not UTF-8; names it
     */
    public ContentSnapshot load() {
        Map<String, String> files = new TreeMap<>();
        Map<String, ContentFeed> feeds = new TreeMap<>();
        for (URL root : roots()) {
            // A path earlier on the class path wins, as it does for classes.
            bundled(root).forEach(files::putIfAbsent);
        }
        if (overlay != null) {
            if (!Files.isDirectory(overlay)) {
                throw new ContentUnreadable(
                        "content directory %s is not there: create it, or leave the setting empty".formatted(overlay),
                        null);
            }
            files.putAll(below(overlay));
            feeds.putAll(feeds(overlay));
        }
        return ContentSnapshot.of(files, feeds);
    }

    private List<URL> roots() {
        try {
            return Collections.list(classPath.getResources(ROOT));
        } catch (IOException e) {
            throw new ContentUnreadable("the class path cannot be searched for content (" + e + ")", e);
        }
    }

    private static Map<String, String> bundled(URL root) {
        try {
            URI uri = root.toURI();
            if (uri.getScheme().equals("file")) {
                return below(Path.of(uri));
            }
            // jar:file:/lib/acso.jar!/content; opened by path, which shares no file system with other code.
            String inJar = uri.getRawSchemeSpecificPart();
            int end = inJar.lastIndexOf("!/");
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(inJar.substring(0, end))), Map.of())) {
                return below(jar.getPath(inJar.substring(end + 1)));
            }
        } catch (URISyntaxException | IOException e) {
            throw new ContentUnreadable("bundled content at %s cannot be read (%s)".formatted(root, e), e);
        }
    }

    private static Map<String, String> below(Path directory) {
        Map<String, String> files = new TreeMap<>();
        visible(directory, directory).forEach((path, file) -> {
            if (!path.startsWith(FEEDS + "/")) {
                files.put(path, text(file));
            }
        });
        return files;
    }

    private static Map<String, ContentFeed> feeds(Path directory) {
        Map<String, ContentFeed> feeds = new TreeMap<>();
        if (Files.isDirectory(directory.resolve(FEEDS))) {
            visible(directory, directory.resolve(FEEDS)).forEach((path, file) -> {
                try {
                    feeds.put(path, ContentFeed.of(file));
                } catch (IOException e) {
                    throw unreadable(file, e);
                }
            });
        }
        return feeds;
    }

    /** The files below a directory that are not hidden, by their paths from the root. */
    private static Map<String, Path> visible(Path root, Path directory) {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Path relative = root.relativize(file);
                if (!isHidden(relative)) {
                    files.put(relative.toString().replace('\\', '/'), file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ContentUnreadable(
                    "content %s cannot be read (%s): mend its permissions".formatted(directory, e.getMessage()), e);
        }
        return files;
    }

    private static boolean isHidden(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String text(Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ContentUnreadable("content file %s is not UTF-8: save it in that encoding".formatted(file), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ContentUnreadable unreadable(Path file, IOException e) {
        return new ContentUnreadable("content file %s cannot be read (%s): mend its permissions".formatted(file, e), e);
    }
}
