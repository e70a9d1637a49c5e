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
            found = all.filter(file -> file.toString().endsWith(".parquet") && !file.startsWith(unpublished()))
                    .map(file -> ParquetFile.parse(path, file))
                    .sorted(Comparator.comparingLong(ParquetFile::first))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new LakeFailure(String.valueOf(e.getMessage()), e);
        }
        List<ParquetFile> superseded =
                found.stream().filter(file -> file.isSuperseded(found)).toList();
        for (ParquetFile file : superseded) {
            Files.delete(file.path());
        }
        return found.stream().filter(file -> !superseded.contains(file)).toList();
    }

    /** Moves a finished file to its place; when this returns it survives a crash. */
    void publish(Path written, ParquetFile file) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path folder = path.resolve("day=" + file.day()).resolve("class=" + file.classUid());
        Files.createDirectories(folder);
        Files.move(written, file.path(), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        sync(path.resolve("day=" + file.day()));
        sync(path);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
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
