package io.acso.platform.durability.embedded;

import io.acso.platform.durability.DurabilityFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A directory that belongs to one process while it is open. */
final class DataDirectory implements AutoCloseable {

    private static final String CURE = "choose a directory that this user may write, or mend its permissions";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataDirectory claim(Path path) {
        FileChannel channel = null;
        try {
            create(path);
            create(path.resolve("tmp"));
            channel = FileChannel.open(
                    path.resolve("durability.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            claim(path, channel);
            DataDirectory directory = new DataDirectory(path, channel);
            createFile(directory.database());
            return directory;
        } catch (IOException e) {
            closeQuietly(channel);
            throw new DurabilityFailure("cannot use data directory %s (%s): %s".formatted(path, e, CURE), e);
        } catch (DurabilityFailure e) {
            closeQuietly(channel);
            throw e;
        }
    }

    Path database() {
        return path.resolve("acso.db");
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    /** Makes the names of files made in it survive a power cut. */
    void sync() {
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            throw new DurabilityFailure("cannot sync data directory %s (%s)".formatted(path, e), e);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static void create(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, access(directory, "rwx------"));
        }
    }

    /** SQLite gives the files beside the database the same access. */
    private static void createFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, access(file, "rw-------"));
        }
    }

    private static FileAttribute<?>[] access(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void claim(Path path, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new DurabilityFailure("data directory " + path + " is already open in this process", e);
        }
        if (lock == null) {
            throw new DurabilityFailure(
                    "data directory %s is in use by process %s: stop that one, or choose another directory"
                            .formatted(path, owner(channel)));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                System.getLogger(DataDirectory.class.getName())
                        .log(System.Logger.Level.WARNING, "the lock file could not be closed", e);
            }
        }
    }
}
