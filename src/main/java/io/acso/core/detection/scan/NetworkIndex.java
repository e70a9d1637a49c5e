package io.acso.core.detection.scan;

import java.util.ArrayList;
import java.util.List;

/** Networks that an address lies in: a trie of bits, one tree per address width. */
public final class NetworkIndex {

    private static final int VERSION_4 = 4;

    private static final class Node {
        private final Node[] children = new Node[2];
        private final List<Integer> numbers = new ArrayList<>(0);
    }

    private final Node version4 = new Node();
    private final Node version6 = new Node();
    private boolean empty = true;

    /** Before the index is shared. */
    public void add(byte[] prefix, int bits, int number) {
        Node node = root(prefix);
        for (int i = 0; i < bits; i++) {
            int bit = bit(prefix, i);
            if (node.children[bit] == null) {
                node.children[bit] = new Node();
            }
            node = node.children[bit];
        }
        node.numbers.add(number);
        empty = false;
    }

    public boolean isEmpty() {
        return empty;
    }

    /** @param address 4 or 16 bytes */
    public void find(byte[] address, Hits hits) {
        Node node = root(address);
        for (int i = 0; node != null; i++) {
            for (int j = 0; j < node.numbers.size(); j++) {
                hits.hit(node.numbers.get(j));
            }
            node = i == address.length * Byte.SIZE ? null : node.children[bit(address, i)];
        }
    }

    private Node root(byte[] address) {
        return address.length == VERSION_4 ? version4 : version6;
    }

    private static int bit(byte[] address, int index) {
        return address[index >>> 3] >>> 7 - (index & 7) & 1;
    }
}
