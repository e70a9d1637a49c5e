package io.acso.edge.api.rest;

import io.acso.agent.threathunter.EventFeeds;
import io.acso.core.intelligence.Indicator;
import io.acso.core.intelligence.IndicatorMatch;
import io.acso.core.intelligence.IndicatorSet;
import io.acso.core.intelligence.IndicatorType;
import io.acso.edge.api.access.Permitted;
import io.acso.platform.content.ContentWatch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is known to be bad: addresses, networks, names, hashes, URLs. */
@RestController
@RequestMapping("/api/v1/indicators")
final class IndicatorsController {

    private static final int LONGEST = 4_096;

    private final EventFeeds feeds;
    private final ContentWatch content;
    private final InstantSource clock;

    IndicatorsController(EventFeeds feeds, ContentWatch content, InstantSource clock) {
        this.feeds = feeds;
        this.content = content;
        this.clock = clock;
    }

    /** How many indicators there are, of which type, and from which feeds. */
    @GetMapping
    @Permitted("intelligence.read")
    IndicatorCounts counts() {
        IndicatorSet set = feeds.indicators();
        return new IndicatorCounts(
                set.size(), set.counts(), set.bytes(), content.get().feeds().keySet());
    }

    /** What is known of a value: an address, a network, a domain, a hash or a URL. */
    @GetMapping("/lookup")
    @Permitted("intelligence.read")
    LookedUp lookup(@RequestParam String value, @RequestParam(required = false) @Nullable Instant at) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw Problems.badRequest("bad-value", "a value to look up has 1 to " + LONGEST + " characters");
        }
        Instant when = at == null ? clock.instant() : at;
        List<Seen> seen = feeds.indicators().lookup(value.strip(), when).stream()
                .map(Seen::from)
                .toList();
        return new LookedUp(value.strip(), when, seen);
    }

    /** @param bytes of memory that they take */
    record IndicatorCounts(long indicators, Map<IndicatorType, Long> byType, long bytes, Set<String> feeds) {}

    /** @param at the time for which it was asked */
    record LookedUp(String value, Instant at, List<Seen> matches) {}

    /** @param confidence 0 to 100 at that time, when the feed gives one */
    record Seen(
            String id,
            IndicatorType type,
            String value,
            String source,
            @Nullable Integer confidence,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            List<String> labels) {

        static Seen from(IndicatorMatch match) {
            Indicator indicator = match.indicator();
            return new Seen(
                    indicator.id(),
                    indicator.type(),
                    indicator.value(),
                    indicator.source(),
                    match.confidence(),
                    indicator.validFrom(),
                    indicator.validUntil(),
                    indicator.labels());
        }
    }
}
