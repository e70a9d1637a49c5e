package io.acso.platform.durability.encrypted;

import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.crypto.MemoryKeysetStore;
import io.acso.platform.crypto.MemoryMasterKey;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityProvider;
import java.time.Duration;
import java.time.InstantSource;

/** Another provider's durability, encrypted; keys change each time it is opened. */
final class EncryptedProvider implements DurabilityProvider {

    private final DurabilityProvider inner;
    private final MemoryKeysetStore keyset = new MemoryKeysetStore();
    private final MemoryMasterKey master = new MemoryMasterKey();

    EncryptedProvider(DurabilityProvider inner) {
        this.inner = inner;
    }

    @Override
    public Durability open(InstantSource clock, Duration indexLag) {
        Keyring keys = Keyring.open(keyset, master, clock, true);
        keys.rotate();
        return new EncryptedDurability(inner.open(clock, indexLag), keys);
    }

    @Override
    public int overhead() {
        return BodyCipher.OVERHEAD;
    }

    @Override
    public void close() {
        inner.close();
    }
}
