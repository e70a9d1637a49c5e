package io.acso.platform.objects;

import io.acso.domain.kernel.Digest;

/**
 * What is stored in an object's place. An adapter names an object by the hash of its content, stores what
 * {@link #seal} makes of it, and checks the hash of what {@link #open} gives back, so encryption changes neither
 * names nor checks.
 */
public interface Sealing {

    /** Objects in clear. */
    Sealing NONE = new Sealing() {
        @Override
        public byte[] seal(Digest digest, byte[] content) {
            return content;
        }

        @Override
        public byte[] open(Digest digest, byte[] stored) {
            return stored;
        }
    };

    /** @param digest of the content, which what is sealed may be bound to */
    byte[] seal(Digest digest, byte[] content);

    /** @throws ObjectDamaged when it was not sealed for this digest, or was changed since */
    byte[] open(Digest digest, byte[] stored);
}
