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
 * @param feeds files below {@code indicators/}, which stay on disk: path to the file and its hash
 */
public record ContentSnapshot(Digest hash, SortedMap<String, String> files, SortedMap<String, ContentFeed> feeds) {

    public static ContentSnapshot of(Map<String, String> files) {
        return of(files, Map.of());
    }

    public static ContentSnapshot of(Map<String, String> files, Map<String, ContentFeed> feeds) {
        SortedMap<String, String> sorted = new TreeMap<>(files);
        SortedMap<String, ContentFeed> sortedFeeds = new TreeMap<>(feeds);
        List<String> parts = new ArrayList<>();
        sorted.forEach((path, text) -> {
            parts.add(path);
            parts.add(Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex());
        });
        sortedFeeds.forEach((path, feed) -> {
            parts.add(path);
            parts.add(feed.digest().hex());
        });
        return new ContentSnapshot(Digest.ofParts(parts.toArray(String[]::new)), sorted, sortedFeeds);
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
        return of(all, feeds);
    }
}
