package io.acso.platform.content;

import io.acso.domain.kernel.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of content that may be too large to hold, such as a feed of indicators: it stays on disk, a snapshot knows it
 * by its hash, and it is read as a stream.
 */
public record ContentFeed(Path file, Digest digest) {

    /** Hashes the file as it is now. */
    static ContentFeed of(Path file) throws IOException {
        try (DigestInputStream in = hashing(Files.newInputStream(file))) {
            in.transferTo(OutputStream.nullOutputStream());
            return new ContentFeed(file, digest(in));
        }
    }

    /** Its bytes, whose end fails when they are not those of the snapshot any more. */
    public InputStream open() throws IOException {
        return new Checked(hashing(Files.newInputStream(file)));
    }

    private static DigestInputStream hashing(InputStream in) {
        try {
            return new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    private static Digest digest(DigestInputStream read) {
        return new Digest(HexFormat.of().formatHex(read.getMessageDigest().digest()));
    }

    private final class Checked extends FilterInputStream {

        private final DigestInputStream hashing;
        private boolean ended;

        Checked(DigestInputStream in) {
            super(in);
            this.hashing = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = ended ? -1 : hashing.read(bytes, offset, length);
            if (read < 0 && !ended) {
                ended = true;
                if (!digest(hashing).equals(digest)) {
                    throw new IOException("the file has changed since the content was loaded: load it anew");
                }
            }
            return read;
        }
    }
}
