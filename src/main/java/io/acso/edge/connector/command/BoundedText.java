package io.acso.edge.connector.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What another side said, as far as it is kept.
 *
 * @param text as UTF-8; what is not is shown by the replacement character
 * @param cut whether there was more
 */
public record BoundedText(String text, boolean cut) {

    /** Reads no more than it keeps and one byte; the rest is left in the stream. */
    public static BoundedText head(InputStream in, int most) throws IOException {
        return of(in.readNBytes(most + 1), most);
    }

    /** The first {@code most} of these bytes. */
    public static BoundedText of(byte[] bytes, int most) {
        int length = Math.min(bytes.length, most);
        return new BoundedText(new String(bytes, 0, length, StandardCharsets.UTF_8), bytes.length > most);
    }
}
