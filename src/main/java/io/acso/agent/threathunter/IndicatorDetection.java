package io.acso.agent.threathunter;

import io.acso.core.intelligence.IndicatorMatch;
import io.acso.core.intelligence.IndicatorSet;
import io.acso.core.intelligence.IndicatorType;
import io.acso.domain.event.Event;
import io.acso.domain.finding.Finding;
import io.acso.domain.kernel.Digest;
import io.acso.platform.content.ContentFeed;
import io.acso.platform.content.ContentSnapshot;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Indicators of the content of the moment. Other feeds are compiled on a thread of their own while events go on to be
 * looked up in those from before, and swapped whole.
 */
final class IndicatorDetection implements Detection {

    private static final System.Logger LOG = System.getLogger(IndicatorDetection.class.getName());

    /** An event that names more values than this is a list itself, and its first ones say so. */
    private static final int MOST_FINDINGS = 100;

    private record Loaded(Digest content, SortedMap<String, ContentFeed> feeds, IndicatorSet indicators) {}

    private record Seen(IndicatorType type, String value) {}

    private final Supplier<ContentSnapshot> content;
    private final AtomicBoolean loading = new AtomicBoolean();
    private volatile Loaded loaded;

    IndicatorDetection(Supplier<ContentSnapshot> content) {
        this.content = content;
        ContentSnapshot now = content.get();
        this.loaded = new Loaded(now.hash(), now.feeds(), FeedLoading.load(now.feeds(), IndicatorSet.EMPTY));
    }

    @Override
    public List<Finding> findings(Event event) {
        Loaded now = current();
        Map<Seen, List<IndicatorMatch>> seen = now.indicators().match(event).stream()
                .collect(Collectors.groupingBy(
                        match -> new Seen(
                                match.indicator().type(), match.indicator().value()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (seen.size() > MOST_FINDINGS) {
            LOG.log(
                    Level.WARNING,
                    "event " + event.id() + " names " + seen.size() + " indicators; the first " + MOST_FINDINGS
                            + " become findings");
        }
        return seen.values().stream()
                .limit(MOST_FINDINGS)
                .map(matches -> IndicatorFinding.of(event, matches, now.content()))
                .toList();
    }

    @Override
    public void refresh() {
        current();
    }

    IndicatorSet indicators() {
        return current().indicators();
    }

    private Loaded current() {
        ContentSnapshot now = content.get();
        Loaded before = loaded;
        if (!now.hash().equals(before.content())) {
            if (now.feeds().equals(before.feeds())) {
                loaded = new Loaded(now.hash(), now.feeds(), before.indicators());
            } else if (loading.compareAndSet(false, true)) {
                Thread.ofPlatform().daemon().name("indicators").start(() -> reload(now, before.indicators()));
            }
        }
        return loaded;
    }

    /** However it ends, these feeds have been tried, and are not tried again for every event. */
    private void reload(ContentSnapshot now, IndicatorSet before) {
        IndicatorSet indicators = before;
        try {
            indicators = FeedLoading.load(now.feeds(), before);
        } finally {
            loaded = new Loaded(now.hash(), now.feeds(), indicators);
            loading.set(false);
        }
    }
}
