package io.acso.platform.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a body belongs. It is authenticated with the ciphertext, which therefore opens nowhere else.
 *
 * @param store the store it is kept in, such as {@code state}; clear text is allowed or refused by store
 * @param context authenticated with the body
 */
public record Place(String store, byte[] context) {

    /** Of the parts that name the body, with their lengths, so that no two places are the same. */
    public static Place of(String store, String... parts) {
        ByteArrayOutputStream context = new ByteArrayOutputStream();
        append(context, store);
        for (String part : parts) {
            append(context, part);
        }
        return new Place(store, context.toByteArray());
    }

    private static void append(ByteArrayOutputStream context, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        context.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        context.writeBytes(bytes);
    }
}
