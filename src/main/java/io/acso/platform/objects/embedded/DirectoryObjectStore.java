package io.acso.platform.objects.embedded;

import io.acso.domain.kernel.Digest;
import io.acso.platform.objects.ObjectDamaged;
import io.acso.platform.objects.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Objects in files {@code ab/cdef…} of their SHA-256. An object appears under its name only when it is whole
 * and on stable storage; two that put the same content at once write the same file.
 */
public final class DirectoryObjectStore implements ObjectStore {

    private static final int FOLDER_DIGITS = 2;

    private final Path directory;
    private final Path unfinished;
    private final AtomicLong serial = new AtomicLong();

    private DirectoryObjectStore(Path directory, Path unfinished) {
        this.directory = directory;
        this.unfinished = unfinished;
    }

    /**
     * Opens the store, made when it is not there. What a crash left unfinished is removed, so one process
     * at a time may use it.
     *
     * @throws UncheckedIOException when the directory cannot be written
     */
    public static DirectoryObjectStore open(Path directory) {
        Path unfinished = directory.resolve("unfinished");
        try {
            Files.createDirectories(unfinished);
            try (Stream<Path> left = Files.list(unfinished)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw failure("cannot use object directory " + directory, e);
        }
        return new DirectoryObjectStore(directory, unfinished);
    }

    @Override
    public Digest put(byte[] content) {
        Digest digest = Digest.of(content);
        Path file = file(digest);
        try {
            // What is there but damaged is replaced.
            if (!isWhole(file, digest)) {
                write(content, file);
            }
        } catch (IOException e) {
            throw failure("cannot write object " + file, e);
        }
        return digest;
    }

    private static boolean isWhole(Path file, Digest digest) throws IOException {
        try {
            return Digest.of(Files.readAllBytes(file)).equals(digest);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void write(byte[] content, Path file) throws IOException {
        Path folder = directory.resolve(file.getName(file.getNameCount() - 2).toString());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(directory);
        }
        Path whole = unfinished.resolve(file.getFileName() + "." + serial.incrementAndGet());
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public Optional<byte[]> get(Digest digest) {
        Path file = file(digest);
        try {
            byte[] content = Files.readAllBytes(file);
            if (!Digest.of(content).equals(digest)) {
                throw new ObjectDamaged(
                        "%s no longer has the hash it is named by: restore it from a backup, and find out who changed it"
                                .formatted(file));
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure("cannot read object " + file, e);
        }
    }

    @Override
    public boolean has(Digest digest) {
        return Files.exists(file(digest));
    }

    private Path file(Digest digest) {
        // Through the bytes: whatever was handed in, the name holds hex digits only.
        String hex = HexFormat.of().formatHex(digest.bytes());
        return directory.resolve(hex.substring(0, FOLDER_DIGITS)).resolve(hex.substring(FOLDER_DIGITS));
    }

    private static UncheckedIOException failure(String what, IOException e) {
        return new UncheckedIOException("%s (%s): mend its permissions or free some space".formatted(what, e), e);
    }
}
