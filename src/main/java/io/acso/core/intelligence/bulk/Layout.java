package io.acso.core.intelligence.bulk;

/** How a record begins: type (1 byte), length of the key (2), key. What follows is the {@link Saying}'s. */
final class Layout {

    static final int HEAD = 3;

    private Layout() {}

    static int type(byte[] page, int at) {
        return page[at];
    }

    static int keyStart(int at) {
        return at + HEAD;
    }

    static int keyLength(byte[] page, int at) {
        return (page[at + 1] & 0xff) << 8 | (page[at + 2] & 0xff);
    }

    static int keyEnd(byte[] page, int at) {
        return keyStart(at) + keyLength(page, at);
    }
}
