package io.acso.core.detection.correlation;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link SnapshotWriter} wrote. */
final class SnapshotReader {

    record Head(long clock, long seen, long[] counters, List<Source> sources) {}

    /** @param plans by the writer's numbers */
    record LaneState(long judged, List<Integer> plans, List<String> sources, List<Pending> waiting) {}

    /** One of what is read many times. */
    private interface One<T> {
        T read() throws IOException;
    }

    private final DataInputStream in;

    SnapshotReader(DataInputStream in) {
        this.in = in;
    }

    Head head() throws IOException {
        int version = in.readInt();
        if (version != SnapshotWriter.VERSION) {
            throw new IOException("correlation state of version " + version + "; this program reads version "
                    + SnapshotWriter.VERSION + ": start the release that wrote it");
        }
        long clock = in.readLong();
        long seen = in.readLong();
        long[] counters = many(in::readLong).stream().mapToLong(Long::longValue).toArray();
        return new Head(clock, seen, counters, many(() -> new Source(text(), in.readLong(), in.readLong())));
    }

    /** Fills the groups that are still there; for each plan of the writer, its number here or -1. */
    List<Integer> groups(List<Groups> here) throws IOException {
        return many(() -> {
            String id = text();
            String fingerprint = text();
            int found = -1;
            for (int i = 0; i < here.size(); i++) {
                Plan plan = here.get(i).plan();
                if (plan.id().equals(id) && plan.fingerprint().equals(fingerprint)) {
                    found = i;
                }
            }
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                boolean byRule = found >= 0 && here.get(found).plan().keepsRules();
                Window window = window(byRule);
                if (found >= 0) {
                    here.get(found).restore(window);
                }
            }
            return found;
        });
    }

    private Window window(boolean byRule) throws IOException {
        Window window = new Window(text());
        window.touch(in.readLong());
        window.quietUntil(in.readLong());
        int judged = in.readInt();
        window.cut(in.readBoolean());
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            window.add(occurrence(), byRule);
        }
        window.judged(judged);
        return window;
    }

    private Occurrence occurrence() throws IOException {
        long time = in.readLong();
        String id = text();
        long payload = in.readLong();
        boolean detailed = in.readBoolean();
        return new Occurrence(time, id, payload, detailed ? new Occurrence.Detail(texts(), rows()) : null);
    }

    List<LaneState> lanes() throws IOException {
        return many(() -> new LaneState(in.readLong(), many(in::readInt), texts(), many(this::event)));
    }

    private Pending event() throws IOException {
        return new Pending(
                in.readLong(), text(), many(() -> new Contribution(in.readInt(), text(), in.readLong(), rows())));
    }

    private List<List<String>> rows() throws IOException {
        return many(this::texts);
    }

    private List<String> texts() throws IOException {
        return many(this::text);
    }

    private <T> List<T> many(One<T> one) throws IOException {
        int count = in.readInt();
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(one.read());
        }
        return all;
    }

    private String text() throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("correlation state is cut short");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
