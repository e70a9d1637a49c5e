package io.acso.platform.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of the moment: reads it anew when a file of the directory laid over it has come, gone or changed. What
 * cannot be read leaves what there was.
 */
public final class ContentWatch implements Supplier<ContentSnapshot>, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ContentWatch.class.getName());

    private final ContentSource source;
    private final @Nullable Path directory;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("content").factory());
    private Map<String, String> seen;
    private volatile ContentSnapshot current;

    /**
     * @param first what was read from the source before
     * @param directory the one that the source lays over the built-in content; null for none
     */
    public ContentWatch(ContentSource source, ContentSnapshot first, @Nullable Path directory) {
        this.source = source;
        this.directory = directory;
        this.current = first;
        this.seen = state();
    }

    /** Looks now and then. */
    public void start(Duration every) {
        if (directory != null) {
            timer.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public ContentSnapshot get() {
        return current;
    }

    /** Looks once. */
    synchronized void look() {
        Map<String, String> now = state();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            ContentSnapshot read = source.load();
            if (!read.hash().equals(current.hash())) {
                current = read;
                LOG.log(Level.INFO, "content changed: " + read.hash());
            }
        } catch (ContentUnreadable e) {
            LOG.log(Level.WARNING, "the changed content is not used: " + e.getMessage());
        }
    }

    /** What tells that a file changed, by path; hidden files too, which costs at most one reading in vain. */
    private Map<String, String> state() {
        Map<String, String> files = new TreeMap<>();
        if (directory == null) {
            return files;
        }
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : found.toList()) {
                BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
                if (about.isRegularFile()) {
                    files.put(file.toString(), about.size() + " " + about.lastModifiedTime() + " " + about.fileKey());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // gone while it was looked at: the next look sees what became of it
            files.put("", e.toString());
        }
        return files;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
