package io.acso.core.detection.scan;

import java.util.Arrays;

/** Comparison of characters in place. */
final class Regions {

    private Regions() {}

    /** Whether the needle is in the text from there on; the text must be long enough. */
    static boolean same(char[] needle, char[] text, int from) {
        return Arrays.equals(needle, 0, needle.length, text, from, from + needle.length);
    }
}
