package io.acso.core.detection.correlation;

import io.acso.core.detection.correlation.Occurrence.Detail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What occurred in one group, oldest first; of one time, in the order of the first rule. Four numbers an occurrence in
 * one array, for there may be millions.
 */
final class Window {

    private static final int TIME = 0;
    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int PAYLOAD = 3;
    private static final int WIDTH = 4;

    /** An id of unusual form, or a detail. */
    private record Extra(@Nullable String id, @Nullable Detail detail) {}

    private final String key;
    private long touched = Long.MIN_VALUE;
    private long quietUntil = Long.MIN_VALUE;
    private long endsAt;
    private int judged;
    private boolean cut;
    private boolean gone;
    private int head;
    private int size;
    private long[] numbers = new long[WIDTH];
    private @Nullable Extra @Nullable [] extras;

    Window(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    int size() {
        return size;
    }

    long time(int index) {
        return numbers[(head + index) * WIDTH + TIME];
    }

    long payload(int index) {
        return numbers[(head + index) * WIDTH + PAYLOAD];
    }

    long[] payloads() {
        long[] all = new long[size];
        for (int i = 0; i < size; i++) {
            all[i] = payload(i);
        }
        return all;
    }

    /** The bits of all rules that occurred. */
    long rules() {
        long rules = 0;
        for (int i = 0; i < size; i++) {
            rules |= payload(i);
        }
        return rules;
    }

    String id(int index) {
        int at = (head + index) * WIDTH;
        String usual = new PackedId(numbers[at + HIGH], numbers[at + LOW]).text();
        Extra extra = extra(index);
        return usual == null && extra != null ? String.valueOf(extra.id()) : String.valueOf(usual);
    }

    @Nullable
    Detail detail(int index) {
        Extra extra = extra(index);
        return extra == null ? null : extra.detail();
    }

    Occurrence occurrence(int index) {
        return new Occurrence(time(index), id(index), payload(index), detail(index));
    }

    List<Occurrence> occurrences() {
        List<Occurrence> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(occurrence(i));
        }
        return all;
    }

    /** @param byRule whether payloads are rules, which then order what has the same time */
    void add(Occurrence added, boolean byRule) {
        makeRoom();
        int at = size;
        while (byRule
                && at > 0
                && time(at - 1) == added.time()
                && firstRule(payload(at - 1)) > firstRule(added.payload())) {
            move(at - 1, at);
            at--;
        }
        PackedId id = PackedId.of(added.id());
        int offset = (head + at) * WIDTH;
        numbers[offset + TIME] = added.time();
        numbers[offset + HIGH] = id.high();
        numbers[offset + LOW] = id.low();
        numbers[offset + PAYLOAD] = added.payload();
        boolean unusual = id.equals(PackedId.NONE);
        keep(
                head + at,
                unusual || added.detail() != null ? new Extra(unusual ? added.id() : null, added.detail()) : null);
        size++;
    }

    private static int firstRule(long payload) {
        return Long.numberOfTrailingZeros(payload);
    }

    private void move(int from, int to) {
        System.arraycopy(numbers, (head + from) * WIDTH, numbers, (head + to) * WIDTH, WIDTH);
        keep(head + to, extra(from));
    }

    private @Nullable Extra extra(int index) {
        return extras == null ? null : extras[head + index];
    }

    private void keep(int place, @Nullable Extra extra) {
        @Nullable Extra[] known = extras;
        if (known == null && extra == null) {
            return;
        }
        if (known == null || known.length * WIDTH != numbers.length) {
            known = known == null ? new Extra[numbers.length / WIDTH] : Arrays.copyOf(known, numbers.length / WIDTH);
            extras = known;
        }
        known[place] = extra;
    }

    private void makeRoom() {
        int places = numbers.length / WIDTH;
        if (head + size < places) {
            return;
        }
        int start = head;
        head = 0;
        // growing by half wastes less than doubling, and a half empty array is used again
        long[] room =
                size > places / 2 ? new long[Math.max(places + 1, places * 3 / 2) * WIDTH] : new long[numbers.length];
        System.arraycopy(numbers, start * WIDTH, room, 0, size * WIDTH);
        numbers = room;
        @Nullable Extra[] known = extras;
        if (known != null) {
            extras = Arrays.copyOf(Arrays.copyOfRange(known, start, start + size), room.length / WIDTH);
        }
    }

    void dropOldest() {
        keep(head, null);
        head++;
        size--;
        judged = Math.max(0, judged - 1);
    }

    void dropBefore(long time) {
        while (size > 0 && time(0) < time) {
            dropOldest();
        }
    }

    void clear() {
        head = 0;
        size = 0;
        judged = 0;
        cut = false;
        numbers = new long[WIDTH];
        extras = null;
    }

    /** The time of the newest occurrence, or of the match that cleared it. */
    long touched() {
        return touched;
    }

    void touch(long time) {
        touched = time;
    }

    /** No match up to this time. */
    long quietUntil() {
        return quietUntil;
    }

    void quietUntil(long time) {
        quietUntil = time;
    }

    /** The end of the timespan that is waited for. */
    long endsAt() {
        return endsAt;
    }

    void endsAt(long time) {
        endsAt = time;
    }

    /** How many of the oldest were in a window that was judged already. */
    int judged() {
        return judged;
    }

    void judged(int count) {
        judged = count;
    }

    /** Whether something of it was dropped for want of room. */
    boolean cut() {
        return cut;
    }

    void cut(boolean value) {
        cut = value;
    }

    /** Whether it was removed while it waited for its timespan to end. */
    boolean gone() {
        return gone;
    }

    void goAway() {
        gone = true;
    }
}
