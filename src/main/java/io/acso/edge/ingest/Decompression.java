package io.acso.edge.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens gzip (RFC 1952) and Zstandard (RFC 8878), told by their first bytes, whatever a header says: a
 * proxy may have decompressed already, a file may be compressed inside a compressed body.
 */
final class Decompression {

    private static final Set<String> KNOWN = Set.of("", "identity", "gzip", "x-gzip", "zstd");
    private static final int LAYERS = 2;
    private static final int MAGIC = 4;

    /** A window of 8 MiB, which RFC 8878 asks every decoder to support; a larger one would cost its memory. */
    private static final int ZSTD_WINDOW_LOG = 23;

    private Decompression() {}

    static InputStream open(InputStream body, @Nullable String encoding) {
        String named = encoding == null ? "" : encoding.trim().toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(named)) {
            throw new UnsupportedEncoding(
                    "content encoding '" + encoding + "' is not supported: send gzip, zstd or none");
        }
        return new Lazy(body);
    }

    private static InputStream unwrapped(InputStream body, int layers) throws IOException {
        byte[] head = body.readNBytes(MAGIC);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), body);
        if (layers == 0) {
            return whole;
        }
        if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            return unwrapped(new GZIPInputStream(new BufferedInputStream(whole)), layers - 1);
        }
        if (isZstd(head)) {
            ZstdInputStream zstd = new ZstdInputStream(new BufferedInputStream(whole));
            zstd.setLongMax(ZSTD_WINDOW_LOG);
            return unwrapped(zstd, layers - 1);
        }
        return whole;
    }

    private static boolean isZstd(byte[] head) {
        return head.length == MAGIC
                && head[0] == 0x28
                && head[1] == (byte) 0xb5
                && head[2] == 0x2f
                && head[3] == (byte) 0xfd;
    }

    /** Looks at the first bytes when they are read, so that a failure there is a failure of reading. */
    private static final class Lazy extends InputStream {
        private final InputStream body;
        private @Nullable InputStream opened;

        Lazy(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return opened().read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return opened().read(bytes, offset, length);
        }

        @Override
        public int available() throws IOException {
            return opened().available();
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
            body.close();
        }

        private InputStream opened() throws IOException {
            if (opened == null) {
                opened = unwrapped(body, LAYERS);
            }
            return opened;
        }
    }
}
