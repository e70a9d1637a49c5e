package io.acso.platform.objects.embedded;

import io.acso.domain.kernel.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files {@code ab/cdef…} of a SHA-256, and {@code ab/cdef….keep} beside those that are retained. A file appears
 * under its name only when it is whole and on stable storage, readable by its owner alone and not writable.
 */
final class ObjectDirectory {

    private static final int FOLDER_DIGITS = 2;
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern REST = Pattern.compile("[0-9a-f]{62}");

    private final Path root;
    private final Path unfinished;
    private final boolean posix;
    private final AtomicLong serial = new AtomicLong();

    private ObjectDirectory(Path root, boolean posix) {
        this.root = root;
        this.unfinished = root.resolve("unfinished");
        this.posix = posix;
    }

    static ObjectDirectory open(Path root) throws IOException {
        ObjectDirectory directory = new ObjectDirectory(
                root, root.getFileSystem().supportedFileAttributeViews().contains("posix"));
        boolean isNew = Files.notExists(root);
        Files.createDirectories(directory.unfinished);
        if (isNew && directory.posix) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
        try (Stream<Path> left = Files.list(directory.unfinished)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        return directory;
    }

    Path content(Digest digest) {
        // Through the bytes: whatever was handed in, the name holds hex digits only.
        String hex = HexFormat.of().formatHex(digest.bytes());
        return root.resolve(hex.substring(0, FOLDER_DIGITS)).resolve(hex.substring(FOLDER_DIGITS));
    }

    Path retention(Digest digest) {
        Path content = content(digest);
        return content.resolveSibling(content.getFileName() + ".keep");
    }

    void write(byte[] bytes, Path file) throws IOException {
        Path folder = root.resolve(file.getName(file.getNameCount() - 2).toString());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(root);
        }
        Path whole = unfinished.resolve(file.getFileName() + "." + serial.incrementAndGet());
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (posix) {
                Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("r--------"));
            }
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    /** The content goes first: a crash in between leaves a promise about nothing, which harms nobody. */
    void delete(Digest digest) throws IOException {
        Path content = content(digest);
        Files.deleteIfExists(content);
        Files.deleteIfExists(retention(digest));
        sync(root.resolve(content.getName(content.getNameCount() - 2).toString()));
    }

    /** The digests after {@code after}, ordered; all of them when it is empty. */
    List<Digest> digests(String after, int max) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> isFolder(folder, after))
                    .sorted()
                    .flatMap(folder -> names(folder).stream())
                    .filter(hex -> hex.compareTo(after) > 0)
                    .limit(max)
                    .map(Digest::new)
                    .toList();
        }
    }

    private static boolean isFolder(Path folder, String after) {
        String name = folder.getFileName().toString();
        return FOLDER.matcher(name).matches()
                && (after.isEmpty() || name.compareTo(after.substring(0, FOLDER_DIGITS)) >= 0);
    }

    private static List<String> names(Path folder) {
        String[] names = folder.toFile().list((_, name) -> REST.matcher(name).matches());
        return names == null
                ? List.of()
                : Stream.of(names)
                        .sorted()
                        .map(name -> folder.getFileName() + name)
                        .toList();
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
