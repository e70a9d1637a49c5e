package io.acso.platform.crypto;

import java.time.Duration;
import java.util.Optional;

/** Keeps the wrapped data keys. */
public interface KeysetStore {

    /** Where it is, for messages to people. */
    String where();

    Optional<Stored> load();

    /**
     * Writes it whole, durably, and only over the version it was read at.
     *
     * @return false when another process has written meanwhile: load again
     * @throws CryptoFailure when it cannot be written
     */
    boolean save(Stored changed);

    /** How long another process may go on encrypting under a key that is no longer the newest. */
    Duration lag();

    /**
     * The wrapped keys.
     *
     * @param version 0 when nothing is stored yet
     */
    record Stored(byte[] document, long version) {}
}
