package io.acso.testsupport;

import io.acso.domain.kernel.Digest;
import io.acso.platform.objects.ObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Objects in memory; what is retained stays for ever. */
public final class InMemoryObjectStore implements ObjectStore {

    private final Map<Digest, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<Digest, Instant> retained = new ConcurrentHashMap<>();

    @Override
    public Digest put(byte[] content) {
        Digest digest = Digest.of(content);
        objects.put(digest, content.clone());
        return digest;
    }

    @Override
    public Digest put(byte[] content, Instant keepUntil) {
        Digest digest = put(content);
        retained.merge(digest, keepUntil, (one, other) -> one.isAfter(other) ? one : other);
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

    @Override
    public Optional<StoredObject> describe(Digest digest) {
        return get(digest)
                .map(content -> new StoredObject(digest, content.length, Instant.EPOCH, retained.get(digest)));
    }

    @Override
    public Deletion delete(Digest digest) {
        if (!has(digest)) {
            return new Deletion.NotThere();
        }
        Instant until = retained.get(digest);
        if (until != null) {
            return new Deletion.Retained(until);
        }
        objects.remove(digest);
        return new Deletion.Deleted();
    }

    @Override
    public List<Digest> list(@Nullable Digest after, int max) {
        return objects.keySet().stream()
                .map(Digest::hex)
                .filter(hex -> after == null || hex.compareTo(after.hex()) > 0)
                .sorted()
                .limit(max)
                .map(Digest::new)
                .toList();
    }

    @Override
    public void reseal(Digest digest, UnaryOperator<byte[]> change) {
        // always in clear
    }
}
