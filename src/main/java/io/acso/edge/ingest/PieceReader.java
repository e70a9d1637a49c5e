package io.acso.edge.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file or stream in pieces that several threads can work on: the same containers and compression as
 * {@link Ingest}, in bounded memory. Lines that are a JSON object each are only cut at a line's end; anything else is
 * split into records here, from its first such line on. A piece ends early when the input makes one wait.
 */
public final class PieceReader {

    private static final int PIECE = 256 * 1024;

    private final InputStream in;
    private final int size;
    private byte[] block;
    private int length;
    private long line = 1;
    private @Nullable RecordSplitter splitter;
    private @Nullable String cutShort;

    /** @param input read once; closed by the caller */
    public PieceReader(InputStream input) {
        this(input, PIECE);
    }

    PieceReader(InputStream input, int size) {
        this.in = Decompression.open(input, null);
        this.size = size;
        this.block = new byte[size];
    }

    /** The next piece, which may hold no record; null at the end. */
    public @Nullable Piece next() {
        return splitter == null ? lines() : fragments(splitter);
    }

    /** Why the rest could not be read, such as a truncated gzip; null when the end was the true one. */
    public @Nullable String cutShort() {
        return cutShort;
    }

    private @Nullable Piece lines() {
        JsonLines found = JsonLines.in(block, length);
        while (found.end() == 0 && found.mayGoOn() && length < block.length) {
            if (read() <= 0) {
                return length == 0 ? null : piece(length, 0, true);
            }
            found = JsonLines.in(block, length);
        }
        if (found.end() > 0) {
            return piece(found.end(), found.lines(), false);
        }
        InputStream read = new ByteArrayInputStream(Arrays.copyOf(block, length));
        splitter = new RecordSplitter(new SequenceInputStream(read, in), IngestLimits.DEFAULT, line);
        block = new byte[0];
        return fragments(splitter);
    }

    private int read() {
        try {
            int read = in.read(block, length, block.length - length);
            length += Math.max(read, 0);
            return read;
        } catch (IOException e) {
            cutShort = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return -1;
        }
    }

    private Piece piece(int end, int lines, boolean last) {
        Piece piece = Piece.unsplit(Arrays.copyOf(block, end), line, last);
        line += lines;
        length -= end;
        System.arraycopy(block, end, block, 0, length);
        return piece;
    }

    private @Nullable Piece fragments(RecordSplitter from) {
        List<Fragment> fragments = new ArrayList<>();
        for (long taken = 0; taken < size && (fragments.isEmpty() || !from.waits()); ) {
            Fragment next = from.next();
            if (next == null) {
                cutShort = from.failure();
                break;
            }
            fragments.add(next);
            taken += next.bytes().length;
        }
        return fragments.isEmpty() ? null : Piece.of(fragments);
    }
}
