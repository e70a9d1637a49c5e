package io.acso.platform.objects;

import io.acso.domain.kernel.Digest;
import java.util.Optional;

/** Keeps objects by the SHA-256 of their content. Writing what is there already changes nothing. */
public interface ObjectStore {

    /** Returns when the object is on stable storage. */
    Digest put(byte[] content);

    /**
     * The object, checked against its hash.
     *
     * @throws ObjectDamaged when what is stored is not what was put
     */
    Optional<byte[]> get(Digest digest);

    boolean has(Digest digest);
}
