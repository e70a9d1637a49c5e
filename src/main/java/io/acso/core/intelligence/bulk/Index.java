package io.acso.core.intelligence.bulk;

import io.acso.core.intelligence.IndicatorType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.LongConsumer;

/**
 * Where the records of a key are. A network is found by hashing the address cut to each prefix length that occurs, a
 * domain by each name that a name ends with, the beginning of a URL by each length that occurs: so a look costs at
 * most as many steps as an address has bits, a name labels, or the beginnings different lengths.
 */
final class Index {

    private static final IndicatorType[] TYPES = IndicatorType.values();

    private final KeyHash hash;
    private final Pages pages = new Pages();
    private final KeyTable table;
    private final long[] counts = new long[TYPES.length];
    private final BitSet v4Lengths = new BitSet();
    private final NetworkFilter v4Networks = new NetworkFilter();
    private final BitSet v6Lengths = new BitSet();
    private final BitSet prefixLengths = new BitSet();

    Index(long secret) {
        this.hash = new KeyHash(secret);
        this.table = new KeyTable(hash, pages);
    }

    void add(Key key, byte[] record, int length) {
        long address = pages.append(record, length);
        table.put(key.type().ordinal(), key.bytes(), address);
        counts[key.type().ordinal()]++;
        switch (key.type()) {
            case IPV4_NETWORK -> {
                v4Lengths.set(Addresses.length(key.bytes()));
                v4Networks.add(key.bytes());
            }
            case IPV6_NETWORK -> v6Lengths.set(Addresses.length(key.bytes()));
            case URL_PREFIX -> prefixLengths.set(key.bytes().length);
            default -> {}
        }
    }

    long find(Key key) {
        return table.find(key.type().ordinal(), key.bytes());
    }

    Saying saying(long address) {
        return Saying.read(pages.page(address), pages.offset(address));
    }

    Key key(long address) {
        byte[] page = pages.page(address);
        int at = pages.offset(address);
        byte[] bytes = Arrays.copyOfRange(page, Layout.keyStart(at), Layout.keyEnd(page, at));
        return new Key(TYPES[Layout.type(page, at)], bytes);
    }

    boolean has(IndicatorType type) {
        return counts[type.ordinal()] > 0;
    }

    long count(IndicatorType type) {
        return counts[type.ordinal()];
    }

    int values() {
        return table.size();
    }

    long bytes() {
        return pages.bytes() + table.bytes();
    }

    void trim() {
        pages.trim();
    }

    void exact(IndicatorType type, byte[] bytes, LongConsumer found) {
        if (has(type)) {
            report(table.find(type.ordinal(), bytes), found);
        }
    }

    /** The networks around an address, or around a network of this length, the smallest first. */
    void networks(byte[] address, int within, LongConsumer found) {
        boolean v4 = address.length == 4;
        if (v4 && !v4Networks.touches(address)) {
            return;
        }
        BitSet lengths = v4 ? v4Lengths : v6Lengths;
        IndicatorType type = v4 ? IndicatorType.IPV4_NETWORK : IndicatorType.IPV6_NETWORK;
        byte[] key = null;
        for (int length = lengths.previousSetBit(within); length >= 0; length = lengths.previousSetBit(length - 1)) {
            if (key == null) {
                key = Arrays.copyOf(address, address.length + 1);
            }
            Addresses.mask(key, address.length, length);
            key[address.length] = (byte) length;
            report(table.find(type.ordinal(), key), found);
        }
    }

    /** The domain of this name and those above it, the widest first. */
    void domains(byte[] name, LongConsumer found) {
        if (!has(IndicatorType.DOMAIN)) {
            return;
        }
        Endings endings = new Endings(hash, IndicatorType.DOMAIN.ordinal(), name);
        for (int from = endings.next(); from >= 0; from = endings.next()) {
            if (from == 0 || name[from - 1] == '.') {
                report(endings.find(table), found);
            }
        }
    }

    /** The beginnings of a URL, the shortest first. */
    void beginnings(byte[] url, LongConsumer found) {
        if (prefixLengths.isEmpty()) {
            return;
        }
        byte[] reversed = Urls.reversed(url);
        Endings endings = new Endings(hash, IndicatorType.URL_PREFIX.ordinal(), reversed);
        for (int from = endings.next(); from >= 0; from = endings.next()) {
            if (prefixLengths.get(reversed.length - from)) {
                report(endings.find(table), found);
            }
        }
    }

    private static void report(long address, LongConsumer found) {
        if (address != KeyTable.ABSENT) {
            found.accept(address);
        }
    }
}
