package io.acso.core.intelligence.bulk;

/** Which telling characters a text has, found in one pass: nearly every text of an event can be nothing of interest. */
final class Signs {

    static final int DOT = 1;
    static final int COLON = 2;
    static final int SLASH = 4;
    static final int SEPARATOR = 8;
    static final int AT = 16;
    static final int SPACE = 32;
    static final int ZONE = 64;
    static final int BEYOND_ASCII = 128;

    /** What no address has in it, and no hash. */
    static final int NO_HEX = 256;

    private static final int ASCII = 128;
    private static final short[] OF = new short[ASCII];

    static {
        for (int c = 0; c < ASCII; c++) {
            OF[c] = (short) (c <= ' ' ? SPACE : Character.digit(c, 16) >= 0 || c == '[' || c == ']' ? 0 : NO_HEX);
        }
        OF['.'] = DOT;
        OF[':'] = COLON;
        OF['/'] = SLASH;
        OF[','] = SEPARATOR;
        OF[';'] = SEPARATOR;
        OF['='] = SEPARATOR;
        OF['@'] = AT;
        OF['%'] = ZONE;
    }

    private Signs() {}

    static int of(String text) {
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            signs |= c < ASCII ? OF[c] : BEYOND_ASCII;
        }
        return signs;
    }

    static boolean any(int signs, int wanted) {
        return (signs & wanted) != 0;
    }
}
