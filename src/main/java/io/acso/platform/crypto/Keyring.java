package io.acso.platform.crypto;

import io.acso.platform.crypto.Keyset.DataKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The data keys of one platform. Bodies are encrypted under the newest; older ones go on decrypting until they are
 * forgotten. Safe for use by many threads while keys change.
 */
public final class Keyring implements BodyCipher {

    private final Keysets keysets;
    private volatile Keyset keys;

    private Keyring(Keysets keysets, Keyset keys) {
        this.keysets = keysets;
        this.keys = keys;
    }

    /**
     * The keys that are stored, or new ones where there are none and {@code mayCreate}.
     *
     * @param mayCreate false when something is known to be encrypted already
     * @throws CryptoFailure when the keys are missing, damaged, or wrapped by another master key
     */
    public static Keyring open(KeysetStore store, MasterKey master, InstantSource clock, boolean mayCreate) {
        Keysets keysets = new Keysets(store, master, clock);
        return new Keyring(keysets, keysets.open(mayCreate));
    }

    /** Names this set of keys; no secret, and the same through all rotations. */
    public String name() {
        return keys.document().name();
    }

    /** Oldest first; the one that encrypts is the last. */
    public List<KeyInfo> keys() {
        return keys.document().keys().stream().map(Keyset.Secret::info).toList();
    }

    /** Names the master key that wrapped the data keys as they are stored. */
    public String wrappedBy() {
        return keysets.wrappedBy();
    }

    /** Whether clear text in this store is refused. */
    public boolean refusesClearText(String store) {
        return keys.isSealed(store);
    }

    /** Takes up what another process has changed. */
    public void refresh() {
        keys = keysets.load();
    }

    /** A new data key encrypts from now on; what the others encrypted is still read. */
    public synchronized KeyInfo rotate() {
        keys = keysets.rotate();
        return keys().getLast();
    }

    /** A new master key wraps the data keys, and the older ones are forgotten. No body is written anew. */
    public synchronized String rotateMaster() {
        keys = keysets.rewrap();
        return wrappedBy();
    }

    /** From now on clear text in this store is refused; for one that is known to hold none. */
    synchronized void seal(String store) {
        if (!keys.isSealed(store)) {
            keys = keysets.seal(store);
        }
    }

    /** Deletes a data key; what it encrypted is lost. */
    synchronized void forget(String id) {
        keys = keysets.forget(id);
    }

    @Override
    public byte[] encrypt(byte[] clear, Place place) {
        DataKey key = keys.newest();
        try {
            byte[] body = key.body().encrypt(clear, place.context());
            return ByteBuffer.allocate(Envelope.BYTES + body.length)
                    .put(key.envelope(Envelope.Kind.BODY))
                    .put(body)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure("data key " + key.id() + " cannot encrypt: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] decrypt(byte[] stored, Place place) {
        Optional<Envelope> envelope = Envelope.of(stored);
        if (envelope.isEmpty()) {
            allowClearText(place);
            return stored;
        }
        try {
            if (envelope.get().kind() == Envelope.Kind.STREAM) {
                return decrypting(new ByteArrayInputStream(stored), place).readAllBytes();
            }
            byte[] body = Arrays.copyOfRange(stored, Envelope.BYTES, stored.length);
            return key(envelope.get(), place).body().decrypt(body, place.context());
        } catch (GeneralSecurityException | IOException e) {
            throw new UnreadableBody(
                    "a body of the store '%s' was changed, damaged or moved since data key %s encrypted it"
                            .formatted(place.store(), envelope.get().key()),
                    e);
        }
    }

    @Override
    public OutputStream encrypting(OutputStream stored, Place place) throws IOException {
        DataKey key = keys.newest();
        stored.write(key.envelope(Envelope.Kind.STREAM));
        try {
            return key.stream().newEncryptingStream(stored, place.context());
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure("data key " + key.id() + " cannot encrypt: " + e.getMessage(), e);
        }
    }

    @Override
    public InputStream decrypting(InputStream stored, Place place) throws IOException {
        byte[] start = stored.readNBytes(Envelope.BYTES);
        Optional<Envelope> envelope = Envelope.of(start);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), stored);
        if (envelope.isEmpty()) {
            allowClearText(place);
            return whole;
        }
        if (envelope.get().kind() == Envelope.Kind.BODY) {
            return new ByteArrayInputStream(decrypt(whole.readAllBytes(), place));
        }
        try {
            return key(envelope.get(), place).stream().newDecryptingStream(stored, place.context());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** The same body under the newest key; the very same array when it is that already. */
    byte[] renew(byte[] stored, Place place) {
        Optional<Envelope> envelope = Envelope.of(stored);
        boolean current =
                envelope.map(Envelope::key).filter(keys.newest().id()::equals).isPresent();
        return current ? stored : encrypt(decrypt(stored, place), place);
    }

    private void allowClearText(Place place) {
        if (keys.isSealed(place.store())) {
            throw new UnreadableBody(
                    "clear text in the store '%s', where everything is encrypted: this platform did not write it"
                            .formatted(place.store()),
                    null);
        }
    }

    private DataKey key(Envelope envelope, Place place) {
        DataKey known = keys.keys().get(envelope.key());
        if (known == null) {
            // Another process may have made it.
            refresh();
            known = keys.keys().get(envelope.key());
        }
        if (known == null) {
            throw new UnreadableBody(
                    "a body of the store '%s' needs the data key %s, which is not in %s: restore the keys of its backup"
                            .formatted(place.store(), envelope.key(), keysets.where()),
                    null);
        }
        return known;
    }
}
