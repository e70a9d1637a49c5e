package io.acso.platform.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** C2SP's signed-note: a text, an empty line, and a line for each signature. */
final class SignedNote {

    private static final String DASH = "\u2014 ";

    private SignedNote() {}

    static String of(String text, VerifierKey key, byte[] signature) {
        byte[] id = key.id();
        byte[] signed = ByteBuffer.allocate(id.length + signature.length)
                .put(id)
                .put(signature)
                .array();
        return text + "\n" + DASH + key.name() + " " + StrictBase64.encode(signed) + "\n";
    }

    /** The text, when the key has signed it; signatures of other keys are passed over. */
    static String text(String note, VerifierKey key) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new MalformedNote("is no signed note: a text, an empty line, signatures");
        }
        String text = note.substring(0, end + 1);
        boolean signed = false;
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            signed |= signed(text, line, key);
        }
        if (!signed) {
            throw new MalformedNote("is not signed by " + key.name() + " with the given key");
        }
        return text;
    }

    private static boolean signed(String text, String line, VerifierKey key) {
        String[] parts = line.split(" ", -1);
        if (!line.startsWith(DASH) || parts.length != 3) {
            throw new MalformedNote("has a signature line of another form: '" + line + "'");
        }
        byte[] signed = StrictBase64.decode(parts[2]);
        if (!parts[1].equals(key.name()) || !Arrays.equals(Arrays.copyOf(signed, 4), key.id())) {
            return false;
        }
        if (!key.verifies(text, Arrays.copyOfRange(signed, 4, signed.length))) {
            throw new MalformedNote("was changed, or not signed by " + key.name());
        }
        return true;
    }
}
