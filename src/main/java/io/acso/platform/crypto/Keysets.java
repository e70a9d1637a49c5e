package io.acso.platform.crypto;

import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.UUID;

/** Reads and changes the stored keyset, each change over the version it was read at. */
final class Keysets {

    private static final int MOST_RACES = 10;

    private final KeysetStore store;
    private final MasterKey master;
    private final InstantSource clock;

    Keysets(KeysetStore store, MasterKey master, InstantSource clock) {
        this.store = store;
        this.master = master;
        this.clock = clock;
    }

    private interface Change {
        Keyset of(Keyset now) throws GeneralSecurityException;
    }

    String where() {
        return store.where();
    }

    Keyset open(boolean mayCreate) {
        if (mayCreate && store.load().isEmpty()) {
            try {
                Keyset first = Keyset.first(UUID.randomUUID().toString(), clock.instant());
                // When another process was first, its keys are the ones to read.
                store.save(new KeysetStore.Stored(WrappedKeyset.wrap(first, master), 0));
            } catch (GeneralSecurityException e) {
                throw unusable(e);
            }
        }
        return load();
    }

    Keyset load() {
        return WrappedKeyset.unwrap(stored().document(), master, store.where());
    }

    String wrappedBy() {
        return WrappedKeyset.read(stored().document(), store.where()).master();
    }

    Keyset rotate() {
        return change(now -> now.rotated(clock.instant()));
    }

    Keyset seal(String name) {
        return change(now -> now.sealing(name));
    }

    Keyset forget(String id) {
        return change(now -> now.without(id));
    }

    Keyset rewrap() {
        master.renew();
        Keyset same = change(now -> now);
        master.forgetOlder();
        return same;
    }

    private Keyset change(Change change) {
        for (int i = 0; i < MOST_RACES; i++) {
            KeysetStore.Stored stored = stored();
            try {
                Keyset changed = change.of(WrappedKeyset.unwrap(stored.document(), master, store.where()));
                if (store.save(new KeysetStore.Stored(WrappedKeyset.wrap(changed, master), stored.version()))) {
                    return changed;
                }
            } catch (GeneralSecurityException e) {
                throw unusable(e);
            }
        }
        throw new CryptoFailure(store.where() + " is changed by others all the time: try again", null);
    }

    private KeysetStore.Stored stored() {
        return store.load()
                .orElseThrow(() -> new CryptoFailure(
                        "%s is missing, and without it what is stored cannot be read: restore it from the backup"
                                .formatted(store.where()),
                        null));
    }

    private static CryptoFailure unusable(GeneralSecurityException e) {
        return new CryptoFailure("the data keys cannot be used: " + e.getMessage(), e);
    }
}
