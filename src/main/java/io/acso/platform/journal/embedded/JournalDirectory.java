package io.acso.platform.journal.embedded;

import io.acso.platform.journal.JournalFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory of the journal's files; it belongs to one process while it is open. */
final class JournalDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;
    private final FileStore disk;

    private JournalDirectory(Path path, FileChannel lock, FileStore disk) {
        this.path = path;
        this.lock = lock;
        this.disk = disk;
    }

    static JournalDirectory claim(Path path) {
        try {
            Files.createDirectories(path);
            Path file = path.resolve("journal.lock");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                claim(channel, path);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            return new JournalDirectory(path, channel, Files.getFileStore(path));
        } catch (IOException e) {
            throw new JournalFailure(
                    "cannot use journal directory %s (%s): choose one that this user may write, or mend its permissions"
                            .formatted(path, e),
                    e);
        }
    }

    private static void claim(FileChannel channel, Path path) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw new JournalFailure(
                        "journal %s is in use by process %s: stop that one, or choose another data directory"
                                .formatted(path, owner(channel)),
                        null);
            }
        } catch (OverlappingFileLockException e) {
            throw new JournalFailure("journal " + path + " is already open in this process: close it first", e);
        }
        channel.truncate(0);
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(pid), 0);
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        return new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
    }

    Path path() {
        return path;
    }

    long freeBytes() {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new JournalFailure("cannot tell the free space of %s (%s)".formatted(path, e), e);
        }
    }

    /** Makes the names of files made in it survive a power cut. */
    void sync() throws IOException {
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
