package io.acso.edge.cli;

import io.acso.core.detection.Correlator.Observed;
import io.acso.core.detection.EventView;
import io.acso.core.detection.Match;
import io.acso.core.detection.RuleSet;
import io.acso.core.intelligence.IndicatorMatch;
import io.acso.core.intelligence.IndicatorSet;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.edge.backtest.Sweep;
import io.acso.edge.ingest.EventFormats;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What rules and indicators say of one event by itself. The whole event, with its time and id, is read only where a
 * correlation or an indicator asks for it.
 *
 * @param indicators none to look up when it is empty
 * @param now what happened later than this is taken to have happened now
 */
record EventLook(RuleSet rules, IndicatorSet indicators, Instant now) implements Sweep.Look<Detected> {

    /** Reads the event once, and only if it is wanted. */
    private static final class Whole implements Supplier<Optional<Event>> {
        private final byte[] json;
        private final Instant arrived;
        private @Nullable Optional<Event> read;

        Whole(byte[] json, Instant arrived) {
            this.json = json;
            this.arrived = arrived;
        }

        @Override
        public Optional<Event> get() {
            Optional<Event> event = read == null ? EventFormats.event(json, arrived) : read;
            read = event;
            return event;
        }
    }

    @Override
    public @Nullable Detected at(LogSource source, byte[] json) {
        EventView view = EventView.of(source, json);
        List<Match> matches = rules.match(view);
        Whole whole = new Whole(json, now);
        List<IndicatorMatch> known = indicators.size() == 0 ? List.of() : known(json, whole);
        if (matches.isEmpty() && known.isEmpty()) {
            return null;
        }
        List<Match> alone = rules.correlations().standingAlone(matches);
        List<Match> correlated = rules.correlations().lookedAt(matches);
        Observed observed = correlated.isEmpty()
                ? null
                : whole.get().map(EventLook::observed).orElse(null);
        return new Detected(view, alone, known, correlated, observed);
    }

    private List<IndicatorMatch> known(byte[] json, Whole whole) {
        return indicators.match(
                new String(json, StandardCharsets.UTF_8),
                () -> whole.get().map(Event::time).orElse(now));
    }

    private static Observed observed(Event event) {
        return new Observed(event.id(), event.source(), event.time(), event.arrived());
    }
}
