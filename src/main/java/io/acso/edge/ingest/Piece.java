package io.acso.edge.ingest;

import io.acso.domain.event.LogSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Part of an input that can be read by itself, on any thread. Its records are what {@link Ingest} would find there,
 * but no event is built: only what rules see of each.
 */
public final class Piece {

    private static final JsonHead HEAD = new JsonHead(EventFormats.BUILT_IN);

    private final long size;
    private final byte @Nullable [] bytes;
    private final long line;
    private final List<Fragment> fragments;

    private final boolean last;

    private Piece(long size, byte @Nullable [] bytes, long line, boolean last, List<Fragment> fragments) {
        this.size = size;
        this.bytes = bytes;
        this.line = line;
        this.last = last;
        this.fragments = fragments;
    }

    /**
     * Records that are yet to be split, of which none began before.
     *
     * @param last whether the input ends with them
     */
    static Piece unsplit(byte[] bytes, long line, boolean last) {
        return new Piece(bytes.length, bytes, line, last, List.of());
    }

    static Piece of(List<Fragment> fragments) {
        long size = fragments.stream().mapToLong(Fragment::size).sum();
        return new Piece(size, null, 1, false, List.copyOf(fragments));
    }

    /** A piece of JSON records that are at hand already. */
    public static Piece ofJson(List<byte[]> records) {
        List<Fragment> fragments = new ArrayList<>();
        for (byte[] record : records) {
            int number = fragments.size() + 1;
            fragments.add(new Fragment(record, record.length, true, number, number, null));
        }
        return of(fragments);
    }

    /** One record of a piece. */
    public sealed interface Found {

        /**
         * @param line of the whole input where it begins, counted from 1
         * @param json the raw record as rules see it, UTF-8. Perhaps only its beginning was read: where the rest shows
         *     that it is not one JSON object, {@link Piece#again} says what it is
         */
        record Readable(long line, LogSource logSource, byte[] json) implements Found {}

        /** {@code line} of the whole input, counted from 1. */
        record Unreadable(long line, String reason) implements Found {}
    }

    /** Bytes of the uncompressed input, roughly. */
    public long size() {
        return size;
    }

    /**
     * All records, in order.
     *
     * @param cutShort is told when the end was not the true one
     */
    public List<Found> records(Consumer<String> cutShort) {
        if (bytes == null) {
            return fragments.stream().map(Piece::found).toList();
        }
        List<Found> found = new ArrayList<>();
        if (last) {
            split(bytes, line, found, cutShort);
        } else {
            lines(bytes, found);
        }
        return found;
    }

    /** Most lines are one record each, and parsing shows that too: only the others are split. */
    private void lines(byte[] text, List<Found> into) {
        long number = line;
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                Found whole = whole(text, start, i, number);
                if (whole == null) {
                    long begun = number;
                    split(
                            Arrays.copyOfRange(text, start, i + 1),
                            number,
                            into,
                            why -> into.add(
                                    new Found.Unreadable(begun, "a list begins behind a record and goes on below")));
                } else {
                    into.add(whole);
                }
                number++;
                start = i + 1;
            }
        }
    }

    /** What a record is that turned out not to be one JSON object. */
    public static List<Found> again(Found.Readable record) {
        List<Found> found = new ArrayList<>();
        byte[] line = Arrays.copyOf(record.json(), record.json().length + 1);
        line[record.json().length] = '\n';
        split(line, record.line(), found, why -> {});
        return found;
    }

    private static void split(byte[] text, long line, List<Found> into, Consumer<String> cutShort) {
        RecordSplitter splitter = new RecordSplitter(new ByteArrayInputStream(text), IngestLimits.DEFAULT, line);
        for (Fragment next = splitter.next(); next != null; next = splitter.next()) {
            into.add(found(next));
        }
        if (splitter.failure() != null) {
            cutShort.accept(splitter.failure());
        }
    }

    /** Null when this is not exactly one JSON object. */
    private static @Nullable Found whole(byte[] text, int start, int end, long line) {
        int behind = end;
        while (behind > start && JsonScanner.isSpace(text[behind - 1])) {
            behind--;
        }
        byte[] json = Arrays.copyOfRange(text, start, behind);
        try {
            ObjectNode head = HEAD.glance(json);
            return routed(new RawRecord.JsonRecord(head, new String(json, StandardCharsets.UTF_8)), json, line);
        } catch (JacksonException | UnreadableRecord e) {
            return null;
        }
    }

    private static Found found(Fragment fragment) {
        try {
            if (fragment.problem() != null) {
                throw new UnreadableRecord(fragment.problem());
            }
            return routed(record(fragment), fragment.bytes(), fragment.line());
        } catch (UnreadableRecord e) {
            return new Found.Unreadable(fragment.line(), String.valueOf(e.getMessage()));
        }
    }

    private static Found routed(RawRecord record, byte[] json, long line) throws UnreadableRecord {
        for (EventFormat format : EventFormats.BUILT_IN) {
            if (format.recognises(record)) {
                EventFormat.Routed routed = format.routed(record);
                String rewritten = routed.rewritten();
                return new Found.Readable(
                        line,
                        routed.logSource(),
                        rewritten == null ? json : rewritten.getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new UnreadableRecord(Ingest.UNKNOWN);
    }

    private static RawRecord record(Fragment fragment) throws UnreadableRecord {
        if (!fragment.json()) {
            return new RawRecord.Line(fragment.text());
        }
        try {
            ObjectNode head = HEAD.read(fragment.bytes());
            return new RawRecord.JsonRecord(head, fragment.text());
        } catch (JacksonException e) {
            throw new UnreadableRecord("not JSON: " + e.getOriginalMessage());
        }
    }
}
