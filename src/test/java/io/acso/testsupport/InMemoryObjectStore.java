package io.acso.testsupport;

import io.acso.domain.kernel.Digest;
import io.acso.platform.objects.ObjectStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Objects in memory. */
public final class InMemoryObjectStore implements ObjectStore {

    private final Map<Digest, byte[]> objects = new ConcurrentHashMap<>();

    @Override
    public Digest put(byte[] content) {
        Digest digest = Digest.of(content);
        objects.put(digest, content.clone());
        return digest;
    }

    @Override
    public Optional<byte[]> get(Digest digest) {
        return Optional.ofNullable(objects.get(digest)).map(byte[]::clone);
    }

    @Override
    public boolean has(Digest digest) {
        return objects.containsKey(digest);
    }
}
