package io.acso.edge.connector.command;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Takes all that a command writes, so that it is never held up, and keeps the beginning. */
public final class Capture extends OutputStream {

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** @param most bytes that are kept */
    public Capture(int most) {
        this.most = most;
    }

    @Override
    public synchronized void write(int one) {
        if (kept.size() <= most) {
            kept.write(one);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        kept.write(bytes, offset, Math.min(length, most + 1 - kept.size()));
    }

    public synchronized BoundedText text() {
        return BoundedText.of(kept.toByteArray(), most);
    }
}
