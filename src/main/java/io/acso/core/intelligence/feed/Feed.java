package io.acso.core.intelligence.feed;

import io.acso.core.intelligence.bulk.NoIndicator;
import io.acso.core.intelligence.bulk.Source;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One file of indicators, whose form is told by how it begins. */
public final class Feed {

    private static final int HEAD = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final InputStream in;
    private final FeedIntake intake;

    /** @param in closed by the caller */
    public Feed(InputStream in, FeedIntake intake) {
        this.in = in;
        this.intake = intake;
    }

    /** @throws IOException when the rest cannot be read; what came before is in */
    public void read() throws IOException {
        BufferedInputStream bytes = plain();
        List<String> head = head(bytes);
        try {
            Source source = Directives.source(intake.file(), head);
            if (beginsJson(head)) {
                new JsonList(intake, source).read(bytes);
                return;
            }
            CsvHeader header = CsvHeader.in(head);
            if (header != null) {
                new CsvList(intake, source, header).read(bytes);
            } else {
                new PlainList(intake, source).read(bytes);
            }
        } catch (NoIndicator directive) {
            throw new IOException(directive.getMessage(), directive);
        }
    }

    private BufferedInputStream plain() throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, HEAD);
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(bytes, HEAD), HEAD) : bytes;
    }

    private static List<String> head(BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD);
        byte[] head = new byte[HEAD];
        int length = bytes.readNBytes(head, 0, HEAD);
        bytes.reset();
        String text = new String(head, 0, length, StandardCharsets.UTF_8);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            bytes.skipNBytes(3);
            text = text.substring(1);
        }
        return text.lines().toList();
    }

    private static boolean beginsJson(List<String> head) {
        String first = first(head);
        return first != null && (first.startsWith("{") || (first.startsWith("[") && !first.startsWith("[.")));
    }

    private static @Nullable String first(List<String> head) {
        return head.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
