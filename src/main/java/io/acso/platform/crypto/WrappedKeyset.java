package io.acso.platform.crypto;

import io.acso.domain.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A keyset as it is stored: encrypted whole under a key made for this one writing, which the master key wraps. So
 * which keys there are, and what refuses clear text, cannot be changed without the master key.
 *
 * @param master the id of the master key that wrapped it
 */
record WrappedKeyset(int format, String master, byte[] wrappedKey, byte[] keyset) {

    static byte[] wrap(Keyset keys, MasterKey master) {
        try {
            byte[] once = Keyset.freshWrappingKey();
            String id = master.id();
            byte[] body = Keyset.wrappingKey(once).encrypt(Json.bytes(keys.document()), context(id));
            return Json.bytes(new WrappedKeyset(Keyset.FORMAT, id, master.wrap(once), body));
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure("the data keys could not be wrapped: " + e.getMessage(), e);
        }
    }

    /** @throws CryptoFailure naming {@code where} and the cure */
    static Keyset unwrap(byte[] document, MasterKey master, String where) {
        WrappedKeyset wrapped = read(document, where);
        byte[] once = master.unwrap(wrapped.wrappedKey());
        try {
            byte[] body = Keyset.wrappingKey(once).decrypt(wrapped.keyset(), context(wrapped.master()));
            return Keyset.of(Json.read(body, Keyset.Document.class));
        } catch (GeneralSecurityException | JacksonException e) {
            throw damaged(where, e);
        }
    }

    @SuppressWarnings("NullAway") // a field that was not written reads as null
    static WrappedKeyset read(byte[] document, String where) {
        WrappedKeyset wrapped;
        try {
            wrapped = Json.read(document, WrappedKeyset.class);
        } catch (JacksonException e) {
            throw damaged(where, e);
        }
        if (Stream.of(wrapped.master(), wrapped.wrappedKey(), wrapped.keyset()).anyMatch(Objects::isNull)) {
            throw damaged(where, null);
        }
        if (wrapped.format() > Keyset.FORMAT) {
            throw new CryptoFailure(
                    "%s has format %d, made by a newer ACSO: run the newer one".formatted(where, wrapped.format()),
                    null);
        }
        return wrapped;
    }

    private static CryptoFailure damaged(String where, @Nullable Exception e) {
        return new CryptoFailure(
                where + " is damaged: keep a copy of it, and put the one of the last backup in its place", e);
    }

    private static byte[] context(String master) {
        return ("acso keyset " + Keyset.FORMAT + " " + master).getBytes(StandardCharsets.UTF_8);
    }
}
