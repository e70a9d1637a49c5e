package io.acso.platform.crypto;

/** The key that wraps data keys. It never leaves its file or service. */
public interface MasterKey {

    /** Names the key that {@link #wrap} uses now; no secret. */
    String id();

    /**
     * Encrypts a key of up to 4096 bytes.
     *
     * @throws CryptoFailure when the master key cannot be used
     */
    byte[] wrap(byte[] key);

    /** @throws CryptoFailure when it was not wrapped by this master key, in any of its generations */
    byte[] unwrap(byte[] wrapped);

    /**
     * Takes a new generation for what is wrapped from now on; what older ones wrapped can still be unwrapped. A service
     * that renews its keys by itself has nothing to do.
     */
    void renew();

    /** Forgets older generations, once everything is wrapped anew. */
    void forgetOlder();
}
