package io.acso.core.intelligence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file of indicators.
 *
 * @param added indicators that are in the set because of it
 * @param repeated what it says that it, or another file under the same name, said before
 * @param setAside STIX patterns that compare more than single values, and so belong to the matching of patterns
 * @param refused how many of its values are no indicators
 * @param examples the first of these
 * @param cutShort why the rest could not be read; null when the end was the true one
 */
public record FeedReport(
        String file,
        long added,
        long repeated,
        long setAside,
        long refused,
        List<BadLine> examples,
        @Nullable String cutShort) {

    public FeedReport {
        examples = List.copyOf(examples);
    }

    /** @param line from 1 */
    public record BadLine(long line, String reason) {}
}
