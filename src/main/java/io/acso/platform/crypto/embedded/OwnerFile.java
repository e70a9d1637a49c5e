package io.acso.platform.crypto.embedded;

import io.acso.platform.crypto.CryptoFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A small file with a secret: its owner alone may read it, and it is replaced whole, durably, or not at all. */
public final class OwnerFile {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    public OwnerFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /**
     * Empty when there is no such file.
     *
     * @throws CryptoFailure when it cannot be read, or others may read it
     */
    public Optional<byte[]> read() {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            if (posix() && !OWNER_ALONE.containsAll(Files.getPosixFilePermissions(path))) {
                throw new CryptoFailure(
                        "%s may be read by others: chmod 600 it, and rotate the keys if they did".formatted(path),
                        null);
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new CryptoFailure(
                        path + " is too large to be what it should be: restore it from the backup", null);
            }
            return Optional.of(Files.readAllBytes(path));
        } catch (IOException e) {
            throw failure("cannot be read", e);
        }
    }

    /** Writes the file, whatever it was before. */
    public void replace(byte[] content) {
        try {
            Path whole = written(content);
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
            sync();
        } catch (IOException e) {
            throw failure("cannot be written", e);
        }
    }

    /** Makes the file; false when there is one, which stays as it is. */
    public boolean create(byte[] content) {
        try {
            Path whole = written(content);
            try {
                Files.createLink(path, whole);
            } catch (FileAlreadyExistsException another) {
                return false;
            } finally {
                Files.deleteIfExists(whole);
            }
            sync();
            return true;
        } catch (IOException e) {
            throw failure("cannot be made", e);
        }
    }

    private Path written(byte[] content) throws IOException {
        Path folder = folder();
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, mode("rwx------"));
        }
        Path whole = Files.createTempFile(folder, path.getFileName() + ".", ".new", mode("rw-------"));
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        return whole;
    }

    private void sync() throws IOException {
        try (FileChannel names = FileChannel.open(folder(), StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a secret is a file in a directory");
    }

    private FileAttribute<?>[] mode(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[] {};
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private CryptoFailure failure(String what, IOException e) {
        return new CryptoFailure(
                "%s %s (%s): mend the permissions of its directory or free some space".formatted(path, what, e), e);
    }
}
