package io.acso.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the data directory and moves temporary files into it, before anything is logged, unpacked or written there.
 * Each process has a directory of its own below {@code tmp}; those of processes that are gone are swept.
 */
final class PrepareDataDirectory implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Settings are read at +10, the log is opened at +20. */
    private static final int BETWEEN_SETTINGS_AND_LOG = HIGHEST_PRECEDENCE + 15;

    @Override
    public int getOrder() {
        return BETWEEN_SETTINGS_AND_LOG;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Path directory = Path.of(event.getEnvironment().getProperty("acso.data-directory", "acso-data"))
                .toAbsolutePath();
        try {
            make(directory);
            Path temporary = directory.resolve("tmp");
            Files.createDirectories(temporary);
            sweep(temporary);
            Path own = Files.createDirectories(
                    temporary.resolve(Long.toString(ProcessHandle.current().pid())));
            System.setProperty("java.io.tmpdir", own.toString());
        } catch (IOException e) {
            throw new StartRefused(
                    "the data directory " + directory + " cannot be made or written (" + e
                            + "): mend its permissions, or name another with --data-dir (acso.data-directory)",
                    e);
        }
    }

    private static void make(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectories(directory);
            if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        }
        if (!Files.isWritable(directory)) {
            throw new IOException("no permission to write");
        }
    }

    private static void sweep(Path temporary) throws IOException {
        List<Path> abandoned;
        try (Stream<Path> processes = Files.list(temporary)) {
            abandoned = processes.filter(PrepareDataDirectory::abandoned).toList();
        }
        for (Path directory : abandoned) {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static boolean abandoned(Path directory) {
        String name = directory.getFileName().toString();
        return !name.matches("\\d{1,18}")
                || ProcessHandle.of(Long.parseLong(name)).isEmpty();
    }
}
