package io.acso.core.intelligence.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of a stream, in bounded memory: of one that is too long only the beginning is kept. */
final class Lines {

    static final int LONGEST = 16 * 1024;
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int at;
    private int end;
    private long number;
    private boolean cut;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Of the last line, from 1. */
    long number() {
        return number;
    }

    /** Whether the last line was longer than {@link #LONGEST}. */
    boolean cut() {
        return cut;
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        pending.reset();
        cut = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && chunk[at] != '\n') {
                at++;
            }
            boolean ended = at < end;
            String line = keep(from, at, ended);
            if (ended) {
                at++;
                number++;
                return line;
            }
        }
        number++;
        return any ? pending.toString(StandardCharsets.UTF_8) : null;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk, 0, CHUNK));
        return end > 0;
    }

    private String keep(int from, int to, boolean ended) {
        if (ended && pending.size() == 0 && to - from <= LONGEST) {
            return new String(chunk, from, to - from, StandardCharsets.UTF_8);
        }
        int room = LONGEST - pending.size();
        cut |= to - from > room;
        pending.write(chunk, from, Math.min(to - from, room));
        return ended ? pending.toString(StandardCharsets.UTF_8) : "";
    }
}
