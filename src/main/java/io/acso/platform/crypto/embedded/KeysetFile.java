package io.acso.platform.crypto.embedded;

import io.acso.domain.kernel.Digest;
import io.acso.platform.crypto.KeysetStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The wrapped data keys in a file. The process that holds the data directory is the only one that changes them. */
public final class KeysetFile implements KeysetStore {

    /** The file's name in the directory of keys. */
    public static final String NAME = "keyset.json";

    private final OwnerFile file;

    /** @param directory of the keys; made when something is written */
    public KeysetFile(Path directory) {
        this.file = new OwnerFile(directory.resolve(NAME));
    }

    @Override
    public String where() {
        return file.path().toString();
    }

    @Override
    public Optional<Stored> load() {
        return file.read().map(document -> new Stored(document, version(document)));
    }

    @Override
    public synchronized boolean save(Stored changed) {
        if (changed.version() == 0) {
            return file.create(changed.document());
        }
        if (load().filter(now -> now.version() == changed.version()).isEmpty()) {
            return false;
        }
        file.replace(changed.document());
        return true;
    }

    @Override
    public Duration lag() {
        return Duration.ofSeconds(10);
    }

    /** Of what is there, and never 0. */
    private static long version(byte[] document) {
        return ByteBuffer.wrap(Digest.of(document).bytes()).getLong() | 1;
    }
}
