package io.acso.edge.api.security;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The secret that lets the first person in, in a file of the data directory for as long as nobody has come. */
public final class SetupLink {

    /** The file's name in the data directory; only its owner may read it. */
    public static final String FILE = "setup-token";

    private final TokenFile file;
    private volatile byte @Nullable [] token;

    private SetupLink(TokenFile file) {
        this.file = file;
    }

    /**
     * The link of this directory.
     *
     * @param needed whether there is one; one that is not needed is deleted
     */
    public static SetupLink of(Path directory, boolean needed) {
        SetupLink link = new SetupLink(new TokenFile(directory.resolve(FILE)));
        if (needed) {
            link.token = link.file.token().getBytes(StandardCharsets.US_ASCII);
        } else {
            link.spend();
        }
        return link;
    }

    /** Compares in constant time; nothing fits once it is spent. */
    public boolean is(String presented) {
        byte[] held = token;
        return held != null && MessageDigest.isEqual(held, presented.getBytes(StandardCharsets.UTF_8));
    }

    /** The first person is in. */
    public void spend() {
        token = null;
        file.delete();
    }
}
