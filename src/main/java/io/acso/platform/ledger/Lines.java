package io.acso.platform.ledger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line in its exact bytes; only a line feed ends a line. */
final class Lines implements AutoCloseable {

    /** No ledger entry is longer; more in one line is damage. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final InputStream input;
    private int next;

    private Lines(InputStream input) throws IOException {
        this.input = input;
        this.next = input.read();
    }

    static Lines of(Path file) throws IOException {
        return new Lines(new BufferedInputStream(Files.newInputStream(file), 64 * 1024));
    }

    boolean atEnd() {
        return next < 0;
    }

    /** The next line without its end; null when there is none. A line that is cut off keeps a mark of it. */
    byte @Nullable [] next() throws IOException {
        if (atEnd()) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (next >= 0 && next != '\n' && line.size() < MOST_BYTES) {
            line.write(next);
            next = input.read();
        }
        if (next != '\n') {
            // Not what was written: a line feed, which no entry holds, makes its hash differ.
            line.write('\n');
        }
        next = input.read();
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
