package io.acso.agent.threathunter;

import io.acso.core.intelligence.FeedReport;
import io.acso.core.intelligence.IndicatorFiles;
import io.acso.core.intelligence.IndicatorSet;
import io.acso.core.intelligence.IndicatorsUnreadable;
import io.acso.platform.content.ContentFeed;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** Compiles the feeds of a content, and says what of them could not be used. */
final class FeedLoading {

    private static final System.Logger LOG = System.getLogger(FeedLoading.class.getName());

    private FeedLoading() {}

    /** @param before what stays in use when the feeds do not fit into a third of the heap: two sets may be there at once */
    static IndicatorSet load(SortedMap<String, ContentFeed> feeds, IndicatorSet before) {
        if (feeds.isEmpty()) {
            return IndicatorSet.EMPTY;
        }
        Map<String, IndicatorFiles.Opening> files = new LinkedHashMap<>();
        feeds.forEach((path, feed) -> files.put(path, feed::open));
        try {
            IndicatorFiles.Loaded loaded =
                    IndicatorFiles.load(files, Runtime.getRuntime().maxMemory() / 3);
            loaded.reports().forEach(FeedLoading::say);
            LOG.log(Level.INFO, loaded.indicators().size() + " indicators loaded");
            return loaded.indicators();
        } catch (IndicatorsUnreadable e) {
            LOG.log(Level.ERROR, "indicators not loaded, those from before stay in use: " + e.getMessage());
            return before;
        }
    }

    private static void say(FeedReport report) {
        report.examples()
                .forEach(bad -> LOG.log(
                        Level.WARNING, "no indicator: " + report.file() + ":" + bad.line() + ": " + bad.reason()));
        if (report.refused() > report.examples().size()) {
            LOG.log(Level.WARNING, report.file() + ": " + report.refused() + " values in all are no indicators");
        }
        if (report.cutShort() != null) {
            LOG.log(Level.WARNING, report.file() + ": cannot be read to its end: " + report.cutShort());
        }
    }
}
