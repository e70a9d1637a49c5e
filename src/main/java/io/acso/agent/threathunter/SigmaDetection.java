package io.acso.agent.threathunter;

import io.acso.core.detection.CorrelationMatch;
import io.acso.core.detection.CorrelationSettings;
import io.acso.core.detection.Correlator;
import io.acso.core.detection.Correlator.Observed;
import io.acso.core.detection.EventView;
import io.acso.core.detection.Match;
import io.acso.core.detection.SigmaRule;
import io.acso.domain.event.Event;
import io.acso.domain.finding.DetectionFinding;
import io.acso.domain.finding.Finding;
import io.acso.platform.journal.Journal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sigma rules, and their correlations over the events of one partition. When the rules change, correlations that did not
 * go on with what they know.
 */
final class SigmaDetection implements Detection {

    private static final System.Logger LOG = System.getLogger(SigmaDetection.class.getName());

    private final CurrentRules current;
    private final Journal journal;
    private final CorrelationSettings settings;
    private CurrentRules.Loaded loaded;
    private Correlator correlator;
    private long said;

    SigmaDetection(CurrentRules current, Journal journal, CorrelationSettings settings) {
        this.current = current;
        this.journal = journal;
        this.settings = settings;
        this.loaded = current.get();
        this.correlator = new Correlator(loaded.rules().correlations(), settings);
    }

    @Override
    public List<Finding> findings(Event event) {
        refresh();
        EventView view = EventView.of(event.logSource(), event.raw());
        List<Match> matches = loaded.rules().match(view);
        List<Finding> found = new ArrayList<>();
        for (Match match : loaded.rules().correlations().standingAlone(matches)) {
            found.add(finding(event, match));
        }
        Observed observed = new Observed(event.id(), event.source(), event.time(), event.arrived());
        found.addAll(findings(correlator.take(observed, view, matches)));
        return found;
    }

    @Override
    public void refresh() {
        CurrentRules.Loaded now = current.get();
        if (now != loaded) {
            loaded = now;
            correlator = correlator.with(now.rules().correlations());
        }
    }

    @Override
    public boolean due(Instant now) {
        return correlator.due(now);
    }

    @Override
    public List<Finding> settle(Instant now) {
        return findings(correlator.advance(now));
    }

    private List<Finding> findings(List<CorrelationMatch> matches) {
        if (matches.isEmpty()) {
            return List.of();
        }
        CorrelationFinding describes = new CorrelationFinding(loaded, journal);
        return matches.stream().map(describes::of).toList();
    }

    @Override
    public boolean remembers() {
        return !loaded.rules().correlations().rules().isEmpty();
    }

    @Override
    public void save(OutputStream memory) throws IOException {
        correlator.write(memory);
        complain();
    }

    /** What did not fit is never dropped in silence; said again when it has doubled. */
    private void complain() {
        long leftOut = correlator.counts().leftOut();
        if (leftOut > 2 * said) {
            LOG.log(Level.WARNING, "correlations left something out so far: " + correlator.counts());
            said = leftOut;
        }
    }

    @Override
    public void restore(InputStream memory) throws IOException {
        correlator = new Correlator(loaded.rules().correlations(), settings);
        PushbackInputStream in = new PushbackInputStream(memory);
        int first = in.read();
        if (first >= 0) {
            in.unread(first);
            Correlator restored = new Correlator(loaded.rules().correlations(), settings);
            restored.read(in);
            correlator = restored;
        }
    }

    private Finding finding(Event event, Match match) {
        SigmaRule rule = match.rule();
        List<String> events = List.of(event.id());
        return DetectionFinding.described(new Finding(
                Finding.idOf(rule.id(), events),
                rule.id(),
                rule.title(),
                rule.level(),
                event.time(),
                events,
                Bounds.matched(match.matched()),
                Bounds.entities(event.entities()),
                rule.tactics(),
                rule.techniques(),
                loaded.content().hex(),
                ""));
    }
}
