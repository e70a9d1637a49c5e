package io.acso.edge.api.security;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The secret in the data directory that makes its holder the owner of this machine's platform. */
public final class LocalToken {

    /** The file's name in the data directory; only its owner may read it. */
    public static final String FILE = "token";

    /** What its holder is called: {@code person:owner}. */
    public static final String OWNER = "owner";

    private final byte[] token;

    private LocalToken(String token) {
        this.token = token.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The token of the directory, made at the first start.
     *
     * @throws UncheckedIOException when it can be neither read nor written
     * @throws IllegalStateException when the file holds no token; the message names the cure
     */
    public static LocalToken of(Path directory) {
        return new LocalToken(new TokenFile(directory.resolve(FILE)).token());
    }

    /** Compares in constant time. */
    boolean is(String presented) {
        return MessageDigest.isEqual(token, presented.getBytes(StandardCharsets.UTF_8));
    }
}
