package io.acso.core.detection;

import io.acso.core.detection.correlation.Fired;
import io.acso.core.detection.correlation.Lanes;
import io.acso.core.detection.correlation.Plan;
import io.acso.domain.finding.MatchedField;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Evaluates correlation rules on a stream of events, by event time.
 *
 * <p>An event waits until {@linkplain CorrelationSettings#lateness its lateness} is over by the clocks of the sources
 * that feed the same correlations, and then has its turn in the order of time, so what is found does not depend on the
 * order of arrival. One that comes later than that is left out of correlations and counted. A condition that more
 * events cannot undo is judged at each event about the timespan before it; any other when a timespan that began with an
 * event is over. After a match its events are used up, and the group is quiet for one more timespan: what goes on is
 * reported once in each.
 *
 * <p>For one thread at a time.
 */
public final class Correlator {

    private final Correlations correlations;
    private final CorrelationSettings settings;
    private final Lanes lanes;

    /**
     * An event's id, and when it happened.
     *
     * @param source whose clock it goes by, such as {@code aws:123456789012:cloudtrail}
     * @param time when it happened, not later than {@code arrived}
     * @param arrived when it was accepted
     */
    public record Observed(String id, String source, Instant time, Instant arrived) {}

    public Correlator(Correlations correlations, CorrelationSettings settings) {
        this.correlations = correlations;
        this.settings = settings;
        this.lanes = new Lanes(correlations.plans(), settings.limits());
    }

    /**
     * Takes an event, whether or not it fits a rule: its time tells how far its source has come.
     *
     * @param matches what {@link RuleSet#match} said of it
     * @return the matches that became certain, silent ones left out (see {@link Correlations#standsAlone})
     */
    public List<CorrelationMatch> take(Observed event, EventView view, List<Match> matches) {
        List<CorrelationMatch> found = new ArrayList<>(0);
        long arrived = EventTime.micros(event.arrived());
        lanes.take(
                event.source(),
                Math.min(EventTime.micros(event.time()), arrived),
                arrived,
                event.id(),
                matches.stream().map(match -> match.rule().id()).toList(),
                (rule, field) -> correlations.values(view, rule, field),
                into(found));
        return found;
    }

    /** Whether {@link #advance} would judge anything. */
    public boolean due(Instant now) {
        return lanes.due(EventTime.micros(now));
    }

    /** Judges what became certain by the passing of time alone: sources that are idle are no longer waited for. */
    public List<CorrelationMatch> advance(Instant now) {
        List<CorrelationMatch> found = new ArrayList<>();
        lanes.advance(EventTime.micros(now), into(found));
        return found;
    }

    /** Judges all that is left; to be called when no more events will come. */
    public List<CorrelationMatch> finish() {
        List<CorrelationMatch> found = new ArrayList<>();
        lanes.finish(into(found));
        return found;
    }

    /** What was left out and why, since the state began. */
    public CorrelationCounts counts() {
        return CorrelationCounts.of(lanes.counters());
    }

    /** Live groups. */
    public int groups() {
        return lanes.size();
    }

    /** Events that wait for older ones. */
    public int waiting() {
        return lanes.waiting();
    }

    /** Writes all state, in a format with a version. */
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out));
        lanes.write(data);
        data.flush();
    }

    /**
     * Goes on from written state; to be called before anything else. State of correlations that are gone, or were
     * changed with or through a rule that they refer to, is dropped.
     *
     * @throws IOException when it is not such state, or of another version
     */
    public void read(InputStream in) throws IOException {
        try {
            lanes.read(new DataInputStream(new BufferedInputStream(in)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("this is not correlation state: " + e.getMessage(), e);
        }
    }

    /** A correlator for other rules that takes over what this one knows for the correlations that are the same. */
    public Correlator with(Correlations others) {
        Correlator next = new Correlator(others, settings);
        try {
            ByteArrayOutputStream state = new ByteArrayOutputStream();
            write(state);
            next.read(new ByteArrayInputStream(state.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next;
    }

    private Consumer<Fired> into(List<CorrelationMatch> found) {
        return fired -> {
            CorrelationRule rule = correlations.rules().get(fired.plan());
            if (correlations.standsAlone(rule.id())) {
                found.add(match(fired, rule));
            }
        };
    }

    private CorrelationMatch match(Fired fired, CorrelationRule rule) {
        List<String> values = fired.groupValues();
        List<MatchedField> group = IntStream.range(0, values.size())
                .mapToObj(i -> new MatchedField(rule.groupBy().get(i), values.get(i)))
                .toList();
        List<Fired.Occurred> made = fired.occurrences();
        return new CorrelationMatch(
                fired.id(),
                rule,
                group,
                EventTime.instant(fired.time()),
                EventTime.instant(made.getFirst().time()),
                EventTime.instant(made.getLast().time()),
                fired.number(),
                made.size(),
                fired.events(),
                made.stream()
                        .filter(one -> !one.events().isEmpty())
                        .map(Fired.Occurred::id)
                        .toList(),
                contributors(fired),
                !fired.cut());
    }

    private List<String> contributors(Fired fired) {
        Plan plan = correlations.plans().get(fired.plan());
        long bits = plan.bits(fired);
        return IntStream.range(0, plan.members().size())
                .filter(bit -> (bits >>> bit & 1) == 1)
                .mapToObj(bit -> plan.members().get(bit).rule())
                .toList();
    }
}
