package io.acso.edge.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Bytes one at a time, with the line they are on. A failing stream ends; {@link #failure} says why. */
final class ByteInput {

    static final int END = -1;

    private static final int BUFFER = 32 * 1024;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long line;
    private @Nullable String failure;

    ByteInput(InputStream in, long line) {
        this.in = in;
        this.line = line;
    }

    int next() {
        if (position == limit && !fill()) {
            return END;
        }
        int b = buffer[position++] & 0xff;
        if (b == '\n') {
            line++;
        }
        return b;
    }

    int peek() {
        return position == limit && !fill() ? END : buffer[position] & 0xff;
    }

    /** Moves what comes up to the next quote, backslash or line's end, as far as it is at hand. */
    void plainText(Stretch to) {
        int from = position;
        while (position < limit && isPlain(buffer[position])) {
            position++;
        }
        to.append(buffer, from, position - from);
    }

    private static boolean isPlain(byte b) {
        return b != '"' && b != '\\' && b != '\n';
    }

    /** Whether nothing but space is at hand. */
    boolean waits() {
        for (int i = position; i < limit; i++) {
            if (!JsonScanner.isSpace(buffer[i])) {
                return false;
            }
        }
        try {
            return in.available() <= 0;
        } catch (IOException e) {
            return true; // the next read will say the same
        }
    }

    /** Takes back the bytes of {@code bytes} from {@code from} to {@code to}; they come next. */
    void unread(byte[] bytes, int from, int to) {
        int rest = limit - position;
        byte[] joined = new byte[Math.max(BUFFER, to - from + rest)];
        System.arraycopy(bytes, from, joined, 0, to - from);
        System.arraycopy(buffer, position, joined, to - from, rest);
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                line--;
            }
        }
        buffer = joined;
        position = 0;
        limit = to - from + rest;
    }

    /** The number of the line that the next byte is on, counting from 1. */
    long line() {
        return line;
    }

    /** Why the stream could not be read to its end; null when it could. */
    @Nullable
    String failure() {
        return failure;
    }

    private boolean fill() {
        if (failure != null) {
            return false;
        }
        position = 0;
        limit = 0;
        try {
            int read = in.read(buffer, 0, buffer.length);
            limit = Math.max(read, 0);
            return read > 0 || (read == 0 && fillOne());
        } catch (IOException e) {
            failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return false;
        }
    }

    /** A stream that returned nothing is asked for one byte, which it must block for. */
    private boolean fillOne() throws IOException {
        int b = in.read();
        if (b < 0) {
            return false;
        }
        buffer[0] = (byte) b;
        limit = 1;
        return true;
    }
}
