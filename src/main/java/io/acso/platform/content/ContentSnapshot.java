package io.acso.platform.content;

import io.acso.domain.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All content at one moment: path below {@code content/} (such as {@code rules/aws/x.yml}) to text.
 *
 * @param hash of all paths and texts
 */
public record ContentSnapshot(Digest hash, SortedMap<String, String> files) {

    public static ContentSnapshot of(Map<String, String> files) {
        SortedMap<String, String> sorted = new TreeMap<>(files);
        List<String> parts = new ArrayList<>();
        sorted.forEach((path, text) -> {
            parts.add(path);
            parts.add(Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex());
        });
        return new ContentSnapshot(Digest.ofParts(parts.toArray(String[]::new)), sorted);
    }

    /** The files below a folder, such as {@code rules/}, that end with one of the suffixes. */
    public SortedMap<String, String> below(String folder, String... suffixes) {
        SortedMap<String, String> found = new TreeMap<>();
        files.subMap(folder, folder + Character.MAX_VALUE).forEach((path, text) -> {
            if (suffixes.length == 0 || List.of(suffixes).stream().anyMatch(path::endsWith)) {
                found.put(path, text);
            }
        });
        return found;
    }

    /** This snapshot with other files laid over it: the same path is replaced. */
    public ContentSnapshot with(Map<String, String> overlay) {
        Map<String, String> all = new TreeMap<>(files);
        all.putAll(overlay);
        return of(all);
    }
}
