package io.acso.platform.crypto;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be told about a data key.
 *
 * @param id eight hex digits, as every ciphertext names it
 * @param superseded when a newer one took its place; null for the one that encrypts
 */
public record KeyInfo(String id, Instant created, @Nullable Instant superseded) {

    public boolean encrypts() {
        return superseded == null;
    }
}
