package io.acso.platform.lake.embedded;

import io.acso.platform.lake.LakeFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The lake's directory: one process at a time, files that appear whole, and a corner for unfinished ones. */
final class LakeDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private LakeDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static LakeDirectory claim(Path directory) {
        try {
            Files.createDirectories(directory);
            Path real = directory.toRealPath();
            FileChannel channel =
                    FileChannel.open(real.resolve("lake.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isOurs(channel)) {
                channel.close();
                throw new LakeFailure(
                        "lake %s is in use: stop the process that has it, or choose another data directory"
                                .formatted(real),
                        null);
            }
            LakeDirectory claimed = new LakeDirectory(real, channel);
            claimed.clear(claimed.unpublished());
            return claimed;
        } catch (IOException e) {
            throw new LakeFailure(
                    "cannot use lake directory %s (%s): choose one that this user may write, or mend its permissions"
                            .formatted(directory, e),
                    e);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /** Where files are written before they are published; emptied when the lake opens. */
    Path unpublished() {
        return path.resolve("unpublished");
    }

    /** An empty folder of that name for unfinished files. */
    Path workplace(String name) throws IOException {
        Path folder = unpublished().resolve(name);
        clear(folder);
        return folder;
    }

    private void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** All published files but those that a merged one supersedes, which are deleted. */
    List<ParquetFile> published() throws IOException {
        List<ParquetFile> found;
        try (Stream<Path> all = Files.walk(path)) {
            found = all.filter(file -> file.toString().endsWith(ParquetFile.SUFFIX) && !file.startsWith(unpublished()))
                    .map(file -> ParquetFile.parse(path, file))
                    .sorted(Comparator.comparingLong(ParquetFile::first))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new LakeFailure(String.valueOf(e.getMessage()), e);
        }
        List<ParquetFile> superseded =
                found.stream().filter(file -> file.isSuperseded(found)).toList();
        for (ParquetFile file : superseded) {
            delete(file);
        }
        return found.stream().filter(file -> !superseded.contains(file)).toList();
    }

    /** Moves a finished file of events and its index to their places; when this returns they survive a crash. */
    void publish(Path events, Path keys, ParquetFile file) throws IOException {
        sync(events);
        sync(keys);
        Path day = path.resolve("day=" + file.day());
        Path folder = day.resolve("class=" + file.classUid());
        Files.createDirectories(folder);
        Files.move(keys, file.keys(), StandardCopyOption.ATOMIC_MOVE);
        Files.move(events, file.path(), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        sync(day);
        sync(path);
    }

    void delete(ParquetFile file) throws IOException {
        Files.deleteIfExists(file.path());
        Files.deleteIfExists(file.keys());
    }

    private static void sync(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
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
