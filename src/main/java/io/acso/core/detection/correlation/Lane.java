package io.acso.core.detection.correlation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Correlations that hang together by reference, judged in one order of time. An event waits until its lateness is over
 * by the clocks of all sources that have contributed here and are not idle; then it has its turn.
 */
final class Lane {

    private final List<Groups> innerFirst;
    private final Outers outers;
    private final Limits limits;
    private final Counters counters;
    private final TreeSet<Pending> waiting = new TreeSet<>(Pending.ORDER);
    private final Set<Source> sources = new LinkedHashSet<>();
    private long judged = Long.MIN_VALUE;

    Lane(List<Groups> innerFirst, Outers outers, Limits limits, Counters counters) {
        this.innerFirst = innerFirst;
        this.outers = outers;
        this.limits = limits;
        this.counters = counters;
    }

    void add(Pending event, Source source, Consumer<Fired> sink) {
        sources.add(source);
        if (event.time() < judged) {
            counters.addLate();
        } else if (!waiting.add(event)) {
            counters.addDuplicate();
        } else if (waiting.size() > limits.waiting()) {
            counters.addHurried();
            judge(waiting.first().time() + 1, sink);
        }
    }

    /** Judges what is certain to be complete by this clock. */
    void advance(long clock, Consumer<Fired> sink) {
        if (!waiting.isEmpty() || nextEnd() != Long.MAX_VALUE) {
            sources.removeIf(source -> idle(source, clock));
            judge(frontier(clock), sink);
        }
    }

    /** Whether {@link #advance} would judge anything. */
    boolean due(long clock) {
        long next =
                Math.min(waiting.isEmpty() ? Long.MAX_VALUE : waiting.first().time(), nextEnd());
        return next < frontier(clock);
    }

    /** Up to where nothing that is on time can come any more. */
    private long frontier(long clock) {
        long farthest = sources.stream()
                .filter(source -> !idle(source, clock))
                .mapToLong(Source::newest)
                .max()
                .orElse(clock);
        long slowest = sources.stream()
                .filter(source -> !idle(source, clock) && source.newest() >= farthest - limits.idle())
                .mapToLong(Source::newest)
                .min()
                .orElse(clock);
        return slowest - limits.lateness();
    }

    private boolean idle(Source source, long clock) {
        return clock - source.heard() > limits.idle();
    }

    /** Judges everything before this time. */
    void judge(long frontier, Consumer<Fired> sink) {
        if (frontier <= judged) {
            return;
        }
        while (!waiting.isEmpty() && waiting.first().time() < frontier) {
            Pending event = waiting.removeFirst();
            endBefore(event.time(), sink);
            apply(event, sink);
        }
        endBefore(frontier, sink);
        innerFirst.forEach(groups -> groups.expire(frontier));
        judged = frontier;
    }

    private void apply(Pending event, Consumer<Fired> sink) {
        for (Groups groups : innerFirst) {
            for (Contribution part : event.contributions()) {
                if (outers.groups(part.plan()) == groups) {
                    Occurrence.@Nullable Detail detail =
                            part.carried().isEmpty() ? null : new Occurrence.Detail(List.of(), part.carried());
                    Occurrence occurrence = new Occurrence(event.time(), event.id(), part.payload(), detail);
                    tell(groups.add(part.group(), occurrence), sink);
                }
            }
        }
    }

    private void endBefore(long time, Consumer<Fired> sink) {
        for (long next = nextEnd(); next < time; next = nextEnd()) {
            for (Groups groups : innerFirst) {
                if (groups.nextEnd() == next) {
                    tell(groups.end(), sink);
                    break;
                }
            }
        }
    }

    private long nextEnd() {
        long next = Long.MAX_VALUE;
        for (Groups groups : innerFirst) {
            next = Math.min(next, groups.nextEnd());
        }
        return next;
    }

    /** To whoever listens, and to the correlations of this correlation. */
    private void tell(@Nullable Fired fired, Consumer<Fired> sink) {
        if (fired == null) {
            return;
        }
        sink.accept(fired);
        for (Contribution part : outers.contributions(fired)) {
            Occurrence occurrence = new Occurrence(
                    fired.time(), fired.id(), part.payload(), new Occurrence.Detail(fired.events(), part.carried()));
            tell(outers.groups(part.plan()).add(part.group(), occurrence), sink);
        }
    }

    void forget(Source source) {
        sources.remove(source);
    }

    long judged() {
        return judged;
    }

    SortedSet<Pending> waiting() {
        return waiting;
    }

    Collection<Source> sources() {
        return sources;
    }

    /** Takes over from a snapshot; of several that become one, the farthest counts. */
    void restore(long upTo, Collection<Source> known) {
        judged = Math.max(judged, upTo);
        sources.addAll(known);
    }

    void restore(Pending event) {
        Pending there = waiting.ceiling(event);
        if (there != null && Pending.ORDER.compare(there, event) == 0) {
            waiting.remove(there);
            List<Contribution> both = new ArrayList<>(there.contributions());
            both.addAll(event.contributions());
            waiting.add(new Pending(event.time(), event.id(), both));
        } else {
            waiting.add(event);
        }
    }
}
