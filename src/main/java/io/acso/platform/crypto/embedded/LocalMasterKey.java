package io.acso.platform.crypto.embedded;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.acso.platform.crypto.CryptoFailure;
import io.acso.platform.crypto.MasterKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The master key in a file, as Tink writes keysets in JSON. It may lie elsewhere than what it protects. */
public final class LocalMasterKey implements MasterKey {

    /** The file's name in the directory of keys. */
    public static final String NAME = "master.key";

    private static final byte[] PURPOSE = "acso master key".getBytes(StandardCharsets.UTF_8);

    private final OwnerFile file;
    private volatile KeysetHandle keys;

    private LocalMasterKey(OwnerFile file, KeysetHandle keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * The key of the file, or a new one where there is none and {@code mayCreate}.
     *
     * @param mayCreate false when something is wrapped by it already
     * @throws CryptoFailure when it is missing or damaged, or others may read it
     */
    public static LocalMasterKey open(Path path, boolean mayCreate) {
        OwnerFile file = new OwnerFile(path);
        try {
            AeadConfig.register();
            if (mayCreate && file.read().isEmpty()) {
                file.create(bytes(generation(null)));
            }
            byte[] text = file.read()
                    .orElseThrow(() -> new CryptoFailure(
                            "the master key %s is missing, and nothing that is stored can be read without it: put it back from where you keep it"
                                    .formatted(path),
                            null));
            return new LocalMasterKey(file, parse(text, path));
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure("no master key could be made for " + path, e);
        }
    }

    @Override
    public String id() {
        return "local:" + HexFormat.of().toHexDigits(keys.getPrimary().getId());
    }

    @Override
    public byte[] wrap(byte[] key) {
        try {
            return aead().encrypt(key, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure("the master key " + file.path() + " cannot wrap", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        try {
            return aead().decrypt(wrapped, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure(
                    "%s is not the master key of these data keys: put back the one that belongs to them"
                            .formatted(file.path()),
                    e);
        }
    }

    private Aead aead() throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Override
    public synchronized void renew() {
        try {
            take(generation(keys));
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure("no master key could be made for " + file.path(), e);
        }
    }

    @Override
    public synchronized void forgetOlder() {
        try {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
            for (int i = builder.size() - 1; i >= 0; i--) {
                if (!builder.getAt(i).isPrimary()) {
                    builder.deleteAt(i);
                }
            }
            take(builder.build());
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure("the older keys of " + file.path() + " could not be taken out", e);
        }
    }

    private void take(KeysetHandle changed) throws GeneralSecurityException {
        file.replace(bytes(changed));
        keys = changed;
    }

    /** The keys so far, and a new one that wraps. */
    private static KeysetHandle generation(@Nullable KeysetHandle before) throws GeneralSecurityException {
        KeysetHandle.Builder builder = before == null ? KeysetHandle.newBuilder() : KeysetHandle.newBuilder(before);
        return builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    private static byte[] bytes(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static KeysetHandle parse(byte[] text, Path path) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    new String(text, StandardCharsets.UTF_8), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure(
                    "the master key %s is damaged: keep a copy of it, and put back the one you keep elsewhere"
                            .formatted(path),
                    e);
        }
    }
}
