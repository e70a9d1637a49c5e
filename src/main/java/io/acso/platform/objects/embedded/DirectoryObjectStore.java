package io.acso.platform.objects.embedded;

import io.acso.domain.kernel.Digest;
import io.acso.platform.objects.ObjectDamaged;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.Sealing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Objects in files of a directory, for one process at a time. Retention binds whoever goes through this store;
 * it cannot bind someone who has the directory's permissions.
 */
public final class DirectoryObjectStore implements ObjectStore {

    private static final int STRIPES = 64;

    private final ObjectDirectory directory;
    private final InstantSource clock;
    private final Sealing sealing;
    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    /** What is done with a file while no other touches it. */
    private interface Work<T> {
        T run() throws IOException;
    }

    private DirectoryObjectStore(ObjectDirectory directory, InstantSource clock, Sealing sealing) {
        this.directory = directory;
        this.clock = clock;
        this.sealing = sealing;
    }

    /** Opens the store with its objects in clear. */
    public static DirectoryObjectStore open(Path directory, InstantSource clock) {
        return open(directory, clock, Sealing.NONE);
    }

    /**
     * Opens the store, made when it is not there. What a crash left unfinished is removed, so one process
     * at a time may use it.
     *
     * @param clock by which retention ends
     * @throws UncheckedIOException when the directory cannot be written
     */
    public static DirectoryObjectStore open(Path directory, InstantSource clock, Sealing sealing) {
        try {
            return new DirectoryObjectStore(ObjectDirectory.open(directory), clock, sealing);
        } catch (IOException e) {
            throw failure("cannot use object directory " + directory, e);
        }
    }

    @Override
    public Digest put(byte[] content) {
        return keep(content, null);
    }

    @Override
    public Digest put(byte[] content, Instant keepUntil) {
        return keep(content, keepUntil);
    }

    private Digest keep(byte[] content, @Nullable Instant keepUntil) {
        if (content.length > MOST_BYTES) {
            throw new IllegalArgumentException("an object of %d bytes is larger than the %d that are taken: split it"
                    .formatted(content.length, MOST_BYTES));
        }
        Digest digest = Digest.of(content);
        return alone(digest, "write", () -> {
            if (keepUntil != null) {
                // First: there must be no moment at which the object is there and can be deleted.
                retain(digest, wholeSecond(keepUntil));
            }
            // What is there but damaged is replaced.
            if (!isWhole(digest)) {
                directory.write(sealing.seal(digest, content), directory.content(digest));
            }
            return digest;
        });
    }

    private static Instant wholeSecond(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(time) ? second : second.plusSeconds(1);
    }

    private void retain(Digest digest, Instant until) throws IOException {
        @Nullable Instant before = retention(digest);
        if (before == null || before.isBefore(until)) {
            directory.write(until.toString().getBytes(StandardCharsets.US_ASCII), directory.retention(digest));
        }
    }

    private @Nullable Instant retention(Digest digest) throws IOException {
        Path file = directory.retention(digest);
        try {
            return Instant.parse(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            return null;
        } catch (DateTimeParseException e) {
            throw new IOException(file + " holds no time: write the one until which the object is kept", e);
        }
    }

    private boolean isWhole(Digest digest) throws IOException {
        try {
            return read(digest).isPresent();
        } catch (ObjectDamaged e) {
            return false;
        }
    }

    private Optional<byte[]> read(Digest digest) throws IOException {
        Optional<byte[]> stored = stored(digest);
        return stored.isPresent() ? Optional.of(opened(digest, stored.get())) : Optional.empty();
    }

    private Optional<byte[]> stored(Digest digest) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(directory.content(digest)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private byte[] opened(Digest digest, byte[] stored) {
        byte[] content = sealing.open(digest, stored);
        if (!Digest.of(content).equals(digest)) {
            throw new ObjectDamaged(
                    "%s no longer has the hash it is named by: restore it from a backup, and find out who changed it"
                            .formatted(directory.content(digest)));
        }
        return content;
    }

    @Override
    public Optional<byte[]> get(Digest digest) {
        try {
            return read(digest);
        } catch (IOException e) {
            throw failure("cannot read object " + directory.content(digest), e);
        }
    }

    @Override
    public boolean has(Digest digest) {
        return Files.exists(directory.content(digest));
    }

    @Override
    public Optional<StoredObject> describe(Digest digest) {
        return alone(digest, "read", () -> {
            Path file = directory.content(digest);
            try {
                Instant stored = Files.getLastModifiedTime(file).toInstant();
                return Optional.of(new StoredObject(digest, Files.size(file), stored, retention(digest)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Deletion delete(Digest digest) {
        return alone(digest, "delete", () -> {
            if (!has(digest)) {
                return new Deletion.NotThere();
            }
            @Nullable Instant until = retention(digest);
            if (until != null && until.isAfter(clock.instant())) {
                return new Deletion.Retained(until);
            }
            directory.delete(digest);
            return new Deletion.Deleted();
        });
    }

    @Override
    public List<Digest> list(@Nullable Digest after, int max) {
        try {
            return directory.digests(after == null ? "" : after.hex(), max);
        } catch (IOException e) {
            throw failure("cannot list objects", e);
        }
    }

    @Override
    public void reseal(Digest digest, UnaryOperator<byte[]> change) {
        alone(digest, "write", () -> {
            Optional<byte[]> stored = stored(digest);
            if (stored.isPresent()) {
                byte[] changed = change.apply(stored.get());
                if (changed != stored.get()) {
                    opened(digest, changed);
                    directory.write(changed, directory.content(digest));
                }
            }
            return stored;
        });
    }

    private <T> T alone(Digest digest, String what, Work<T> work) {
        Lock stripe = stripes[Math.floorMod(digest.hashCode(), STRIPES)];
        stripe.lock();
        try {
            return work.run();
        } catch (IOException e) {
            throw failure("cannot " + what + " object " + directory.content(digest), e);
        } finally {
            stripe.unlock();
        }
    }

    private static UncheckedIOException failure(String what, IOException e) {
        return new UncheckedIOException("%s (%s): mend its permissions or free some space".formatted(what, e), e);
    }
}
