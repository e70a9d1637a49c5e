package io.acso.platform.ledger;

import java.util.Base64;

/** Base64 in which every value has one form only, so that no changed character goes unnoticed. */
final class StrictBase64 {

    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("holds '" + text + "', which is not base64");
        }
        if (!encode(bytes).equals(text)) {
            throw new MalformedNote("holds base64 that was changed: '" + text + "'");
        }
        return bytes;
    }
}
