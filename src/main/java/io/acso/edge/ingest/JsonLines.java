package io.acso.edge.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How far the beginning of a text consists of lines that begin and end as JSON objects do. Behind such a line a new
 * record begins: an object is complete there, or broken.
 *
 * @param end behind the last such line; 0 when there is none
 * @param lines how many there are
 * @param mayGoOn whether what follows may become such a line when it is complete
 */
record JsonLines(int end, int lines, boolean mayGoOn) {

    /** An object that holds records is no record. */
    private static final byte[][] ENVELOPES = {
        "\"Records\"".getBytes(StandardCharsets.US_ASCII), "\"Findings\"".getBytes(StandardCharsets.US_ASCII)
    };

    static JsonLines in(byte[] text, int length) {
        int start = 0;
        int lines = 0;
        for (int i = 0; i < length; i++) {
            if (text[i] == '\n') {
                if (i > start && !isObject(text, start, i)) {
                    return new JsonLines(start, lines, false);
                }
                start = i + 1;
                lines++;
            }
        }
        return new JsonLines(
                start, lines, start == length || text[start] == '{' && !mayBeEnvelope(text, start, length));
    }

    private static boolean isObject(byte[] text, int start, int end) {
        int last = end - 1;
        while (last > start && JsonScanner.isSpace(text[last])) {
            last--;
        }
        return last > start && text[start] == '{' && text[last] == '}' && !mayBeEnvelope(text, start, end);
    }

    private static boolean mayBeEnvelope(byte[] text, int start, int end) {
        int key = start + 1;
        while (key < end && JsonScanner.isSpace(text[key])) {
            key++;
        }
        for (byte[] envelope : ENVELOPES) {
            if (Arrays.equals(text, key, Math.min(end, key + envelope.length), envelope, 0, envelope.length)) {
                return true;
            }
        }
        return false;
    }
}
