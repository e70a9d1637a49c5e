package io.acso.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All data keys at one moment; a change makes another. Each key is two of Tink's: XAES-256-GCM for bodies, whose random
 * nonces never run out, and AES-256-GCM in segments for streams.
 */
final class Keyset {

    private static final int SEGMENT = 64 * 1024;

    static {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The form that is wrapped and stored; its secrets are in the keys of Tink's own format. */
    record Document(int format, String name, List<Secret> keys, Set<String> sealed) {}

    record Secret(KeyInfo info, byte[] body, byte[] stream) {}

    /** A data key in use. */
    record DataKey(String id, Aead body, StreamingAead stream) {
        byte[] envelope(Envelope.Kind kind) {
            return new Envelope(kind, HexFormat.fromHexDigits(id)).bytes();
        }
    }

    static final int FORMAT = 1;

    private final Document document;
    private final Map<String, DataKey> keys = new HashMap<>();
    private final DataKey newest;

    private Keyset(Document document) throws GeneralSecurityException {
        this.document = document;
        for (Secret secret : document.keys()) {
            keys.put(secret.info().id(), open(secret));
        }
        KeyInfo encrypting = document.keys().stream()
                .map(Secret::info)
                .filter(KeyInfo::encrypts)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no key encrypts"));
        DataKey found = keys.get(encrypting.id());
        if (found == null) {
            throw new GeneralSecurityException("no key encrypts");
        }
        this.newest = found;
    }

    static Keyset of(Document document) throws GeneralSecurityException {
        return new Keyset(document);
    }

    static Keyset first(String name, Instant now) throws GeneralSecurityException {
        return new Keyset(new Document(FORMAT, name, List.of(generate(Set.of(), now)), Set.of()));
    }

    Keyset rotated(Instant now) throws GeneralSecurityException {
        List<Secret> changed = new ArrayList<>();
        for (Secret secret : document.keys()) {
            KeyInfo info = secret.info();
            changed.add(
                    info.encrypts()
                            ? new Secret(new KeyInfo(info.id(), info.created(), now), secret.body(), secret.stream())
                            : secret);
        }
        changed.add(generate(keys.keySet(), now));
        return new Keyset(new Document(FORMAT, document.name(), changed, document.sealed()));
    }

    Keyset without(String id) throws GeneralSecurityException {
        List<Secret> kept = document.keys().stream()
                .filter(secret -> !secret.info().id().equals(id))
                .toList();
        return new Keyset(new Document(FORMAT, document.name(), kept, document.sealed()));
    }

    Keyset sealing(String store) throws GeneralSecurityException {
        Set<String> sealed = new HashSet<>(document.sealed());
        sealed.add(store);
        return new Keyset(new Document(FORMAT, document.name(), document.keys(), sealed));
    }

    Document document() {
        return document;
    }

    Map<String, DataKey> keys() {
        return keys;
    }

    DataKey newest() {
        return newest;
    }

    boolean isSealed(String store) {
        return document.sealed().contains(store);
    }

    private static Secret generate(Set<String> taken, Instant now) throws GeneralSecurityException {
        KeysetHandle body;
        String id;
        do {
            body = KeysetHandle.generateNew(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE_NO_PREFIX);
            id = Envelope.name(body.getPrimary().getId());
        } while (taken.contains(id));
        KeysetHandle stream = KeysetHandle.generateNew(AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(32)
                .setDerivedAesGcmKeySizeBytes(32)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT)
                .build());
        return new Secret(new KeyInfo(id, now, null), serialize(body), serialize(stream));
    }

    private static byte[] serialize(KeysetHandle handle) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }

    private static DataKey open(Secret secret) throws GeneralSecurityException {
        return new DataKey(
                secret.info().id(),
                primitive(secret.body(), Aead.class),
                primitive(secret.stream(), StreamingAead.class));
    }

    private static <T> T primitive(byte[] keyset, Class<T> type) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), type);
    }

    /** A fresh key for one wrapping, in Tink's form. */
    static byte[] freshWrappingKey() throws GeneralSecurityException {
        return serialize(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    static Aead wrappingKey(byte[] serialized) throws GeneralSecurityException {
        return primitive(serialized, Aead.class);
    }
}
