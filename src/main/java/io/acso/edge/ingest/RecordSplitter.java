package io.acso.edge.ingest;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into records: NDJSON, concatenated or pretty-printed JSON, a JSON array, a
 * {@code {"Records": […]}} file, lines of text, in any mixture. Holds one record at a time.
 */
final class RecordSplitter {

    private static final Pattern ENVELOPE = Pattern.compile("\\{\\s*\"(?:Records|Findings)\"\\s*:\\s*\\[");
    private static final int ENVELOPE_HEAD = 200;

    private enum Within {
        NOTHING,
        ARRAY,
        ENVELOPE
    }

    private final ByteInput in;
    private final Stretch stretch;
    private final int limit;
    private Within within = Within.NOTHING;
    private long number;
    private @Nullable String failure;

    RecordSplitter(InputStream in, IngestLimits limits) {
        this(in, limits, 1);
    }

    /** @param line the number of the input's first line, where something came before it */
    RecordSplitter(InputStream in, IngestLimits limits, long line) {
        this.in = new ByteInput(in, line);
        this.stretch = new Stretch(limits.kept());
        this.limit = limits.record();
    }

    /** The next record; null at the end. */
    @Nullable
    Fragment next() {
        while (true) {
            stretch.clear();
            int b = in.next();
            if (b == ByteInput.END) {
                end();
                return null;
            }
            Fragment fragment = ignored(b) ? null : begin(b);
            if (fragment != null) {
                return fragment;
            }
        }
    }

    /** Why the input ended early; null when it came whole. Meaningful once {@link #next} gave null. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Whether nothing of a next record is at hand, so that {@link #next} may have to wait. */
    boolean waits() {
        return in.waits();
    }

    private void end() {
        if (in.failure() != null) {
            failure = in.failure();
        } else if (within != Within.NOTHING && failure == null) {
            failure = "the input ends before the closing ']' of its list of records";
        }
    }

    /** Space, a byte order mark, and the commas between the elements of a list. */
    private boolean ignored(int b) {
        return JsonScanner.isSpace(b) || b == 0xEF && byteOrderMark() || b == ',' && within != Within.NOTHING;
    }

    private boolean byteOrderMark() {
        if (in.peek() != 0xBB) {
            return false;
        }
        in.next();
        if (in.peek() == 0xBF) {
            in.next();
            return true;
        }
        in.unread(new byte[] {(byte) 0xBB}, 0, 1);
        return false;
    }

    private @Nullable Fragment begin(int b) {
        long line = in.line();
        if (within != Within.NOTHING) {
            return element(b, line);
        }
        return switch (b) {
            case '{' -> json(b, line);
            case '[' -> list(line);
            default -> text(b, line);
        };
    }

    private @Nullable Fragment element(int b, long line) {
        return switch (b) {
            case '{', '[' -> json(b, line);
            case ']' -> close();
            default -> strayElement(b, line);
        };
    }

    private @Nullable Fragment close() {
        boolean envelope = within == Within.ENVELOPE;
        within = Within.NOTHING;
        if (envelope) {
            skipRestOfEnvelope();
        }
        return null;
    }

    private void skipRestOfEnvelope() {
        JsonScanner rest = JsonScanner.insideObject();
        int b;
        do {
            b = in.next();
        } while (b != ByteInput.END && !rest.endsWith(b));
        if (b == ByteInput.END) {
            failure = "the input ends before the '}' that closes its list of records";
        }
    }

    /** A '[' begins a list when an element or the end follows, else a line of text, as in kernel logs. */
    private @Nullable Fragment list(long line) {
        stretch.append('[');
        int b = in.peek();
        while (JsonScanner.isSpace(b) && in.line() == line) {
            stretch.append(in.next());
            b = in.peek();
        }
        if (in.line() != line || b == '{' || b == '[' || b == ']') {
            within = Within.ARRAY;
            return null;
        }
        return restOfLine(line);
    }

    private @Nullable Fragment json(int first, long line) {
        JsonScanner scanner = new JsonScanner();
        int b = first;
        while (b != ByteInput.END) {
            stretch.append(b);
            if (scanner.endsWith(b)) {
                return scanner.problem() == null ? fragment(true, line, null) : broken(scanner.problem(), line);
            }
            if (b == '[' && opensEnvelope(scanner)) {
                within = Within.ENVELOPE;
                return null;
            }
            if (scanner.inPlainText()) {
                in.plainText(stretch);
            }
            b = in.next();
        }
        return broken(ended(), line);
    }

    private boolean opensEnvelope(JsonScanner scanner) {
        return within == Within.NOTHING
                && scanner.depth() == 2
                && stretch.size() < ENVELOPE_HEAD
                && ENVELOPE.matcher(new String(stretch.array(), 0, stretch.length(), StandardCharsets.UTF_8))
                        .matches();
    }

    private String ended() {
        return in.failure() == null
                ? "the input ends in the middle of this record"
                : "the input ends in the middle of this record: " + in.failure();
    }

    /** A record that did not end where it should: what looks like the next record is given back. */
    private Fragment broken(String problem, long line) {
        if (stretch.whole()) {
            byte[] bytes = stretch.array();
            for (int i = 1; i < stretch.length(); i++) {
                if (bytes[i] == '{' && bytes[i - 1] == '\n') {
                    in.unread(bytes, i, stretch.length());
                    stretch.cut(i);
                    return fragment(true, line, "unexpected end of the record: " + problem);
                }
            }
        }
        return fragment(true, line, problem);
    }

    private Fragment strayElement(int first, long line) {
        boolean inString = false;
        stretch.append(first);
        int previous = first;
        inString = first == '"';
        for (int b = in.peek(); b != ByteInput.END && b != '\n'; b = in.peek()) {
            if (!inString && (b == ',' || b == ']')) {
                break;
            }
            inString = (b == '"' && previous != '\\') != inString;
            previous = in.next();
            stretch.append(previous);
        }
        return fragment(false, line, "an element of the list is no JSON object");
    }

    private @Nullable Fragment text(int first, long line) {
        stretch.append(first);
        return restOfLine(line);
    }

    private Fragment restOfLine(long line) {
        int b = in.next();
        while (b != ByteInput.END && b != '\n') {
            if (b != '\r' || in.peek() != '\n') {
                stretch.append(b);
            }
            b = in.next();
        }
        return fragment(false, line, b == ByteInput.END && in.failure() != null ? ended() : null);
    }

    private Fragment fragment(boolean json, long line, @Nullable String problem) {
        String found = stretch.size() > limit
                ? "a record of " + stretch.size() + " bytes is larger than the limit of " + limit
                : problem;
        return new Fragment(stretch.copy(), stretch.size(), json, ++number, line, found);
    }
}
