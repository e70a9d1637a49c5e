package io.acso.core.detection.correlation;

import io.acso.domain.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The values of a group in one text, each with its length before it. */
final class GroupKey {

    private static final int LONGEST = 512;
    private static final int SHOWN = 200;

    private GroupKey() {}

    static String join(List<String> values) {
        StringBuilder key = new StringBuilder();
        for (String value : values) {
            String bounded = bounded(value);
            key.append(bounded.length()).append(':').append(bounded);
        }
        return key.toString();
    }

    static List<String> split(String key) {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at < key.length()) {
            int colon = key.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(key, at, colon, 10);
            values.add(key.substring(colon + 1, end));
            at = end;
        }
        return values;
    }

    /** A very long value is told apart by its hash. */
    static String bounded(String value) {
        return value.length() <= LONGEST
                ? value
                : value.substring(0, SHOWN) + "… sha256:" + Digest.of(value.getBytes(StandardCharsets.UTF_8));
    }
}
