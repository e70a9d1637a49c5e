package io.acso.platform.objects.encrypted;

import io.acso.domain.kernel.Digest;
import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.crypto.Place;
import io.acso.platform.crypto.UnreadableBody;
import io.acso.platform.objects.ObjectDamaged;
import io.acso.platform.objects.Sealing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Seals objects with the data keys, each to its digest. Large ones are encrypted in segments. */
public final class EncryptedObjects implements Sealing {

    static final String STORE = "objects";

    private static final int LARGE = 1024 * 1024;

    private final BodyCipher cipher;

    public EncryptedObjects(BodyCipher cipher) {
        this.cipher = cipher;
    }

    static Place place(Digest digest) {
        return Place.of(STORE, digest.hex());
    }

    @Override
    public byte[] seal(Digest digest, byte[] content) {
        return content.length < LARGE ? cipher.encrypt(content, place(digest)) : inSegments(digest, content);
    }

    private byte[] inSegments(Digest digest, byte[] content) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(content.length + content.length / 1000);
        try (OutputStream encrypting = cipher.encrypting(sealed, place(digest))) {
            encrypting.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed.toByteArray();
    }

    @Override
    public byte[] open(Digest digest, byte[] stored) {
        try {
            return cipher.decrypt(stored, place(digest));
        } catch (UnreadableBody e) {
            throw new ObjectDamaged("object %s: %s".formatted(digest, e.getMessage()));
        }
    }
}
