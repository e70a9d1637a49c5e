package io.acso.core.detection.correlation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** All correlations of a rule set and the state of all their groups. Times are in microseconds since 1970. */
public final class Lanes {

    /** How often, in events, it is looked whether something can be judged; a count and not a clock, so that a replay does the same. */
    private static final int TURN = 64;

    private final Limits limits;
    private final Counters counters = new Counters();
    private final Room room;
    private final List<Groups> groups = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<Groups, Lane> laneOf = new HashMap<>();
    private final Outers outers;
    private final Map<String, Source> sources = new LinkedHashMap<>(16, 0.75f, true);
    private long clock = Long.MIN_VALUE;
    private long seen;

    /** @param innerFirst a correlation after those that it refers to */
    public Lanes(List<Plan> innerFirst, Limits limits) {
        this.limits = limits;
        this.room = new Room(limits, counters);
        for (int i = 0; i < innerFirst.size(); i++) {
            groups.add(new Groups(i, innerFirst.get(i), room));
        }
        this.outers = new Outers(innerFirst, groups);
        for (List<Integer> connected : Connected.parts(innerFirst)) {
            List<Groups> together = connected.stream().map(groups::get).toList();
            Lane lane = new Lane(together, outers, limits, counters);
            lanes.add(lane);
            together.forEach(one -> laneOf.put(one, lane));
        }
    }

    public Counters counters() {
        return counters;
    }

    /** Live groups. */
    public int size() {
        return room.taken();
    }

    /** Events that wait for their turn; one that two unconnected correlations look at counts twice. */
    public int waiting() {
        return lanes.stream().mapToInt(lane -> lane.waiting().size()).sum();
    }

    /**
     * Takes an event.
     *
     * @param rules that it fits; the event matters as a sign of time even when there is none
     */
    public void take(
            String source,
            long time,
            long arrival,
            String id,
            List<String> rules,
            FieldSource fields,
            Consumer<Fired> sink) {
        Source heard = source(source, time, arrival);
        clock = Math.max(clock, arrival);
        if (!rules.isEmpty()) {
            Map<Lane, List<Contribution>> parts = new LinkedHashMap<>();
            for (Contribution part : outers.contributions(rules, fields)) {
                parts.computeIfAbsent(lane(part.plan()), absent -> new ArrayList<>())
                        .add(part);
            }
            parts.forEach((lane, own) -> lane.add(new Pending(time, id, own), heard, sink));
        }
        if (++seen % TURN == 0) {
            advance(clock, sink);
        }
    }

    private Source source(String name, long time, long arrival) {
        Source known = sources.get(name);
        if (known == null) {
            if (sources.size() >= limits.sources()) {
                Source eldest = sources.values().iterator().next();
                sources.remove(eldest.name());
                lanes.forEach(lane -> lane.forget(eldest));
                counters.addForgotten();
            }
            known = new Source(name, time, arrival);
            sources.put(name, known);
        }
        known.hear(time, arrival);
        return known;
    }

    private Lane lane(int plan) {
        return Objects.requireNonNull(laneOf.get(groups.get(plan)), "every correlation has a lane");
    }

    /** Judges what can be complete, now being this late. */
    public void advance(long now, Consumer<Fired> sink) {
        clock = Math.max(clock, now);
        lanes.forEach(lane -> lane.advance(clock, sink));
    }

    /** Whether {@link #advance} would judge anything. */
    public boolean due(long now) {
        return lanes.stream().anyMatch(lane -> lane.due(Math.max(clock, now)));
    }

    /** Judges everything: nothing more will come. */
    public void finish(Consumer<Fired> sink) {
        lanes.forEach(lane -> lane.judge(Long.MAX_VALUE, sink));
    }

    /** Writes all state. */
    public void write(DataOutputStream out) throws IOException {
        SnapshotWriter writer = new SnapshotWriter(out);
        writer.head(clock, seen, counters.values(), sources.values());
        writer.groups(groups);
        writer.lanes(lanes, groups, laneOf);
    }

    /**
     * Takes over what belongs to correlations that are here with the same fingerprint; the rest is dropped.
     *
     * @throws IOException when it was not written by {@link #write}
     */
    public void read(DataInputStream in) throws IOException {
        SnapshotReader reader = new SnapshotReader(in);
        SnapshotReader.Head head = reader.head();
        clock = head.clock();
        seen = head.seen();
        counters.restore(head.counters());
        head.sources().forEach(source -> sources.put(source.name(), source));
        List<Integer> plans = reader.groups(groups);
        for (SnapshotReader.LaneState state : reader.lanes()) {
            List<Source> known = state.sources().stream()
                    .map(sources::get)
                    .filter(Objects::nonNull)
                    .toList();
            for (int written : state.plans()) {
                int plan = plans.get(written);
                if (plan >= 0) {
                    lane(plan).restore(state.judged(), known);
                }
            }
            state.waiting().forEach(event -> restore(event, plans));
        }
    }

    private void restore(Pending event, List<Integer> plans) {
        for (Contribution part : event.contributions()) {
            int plan = plans.get(part.plan());
            if (plan >= 0) {
                Contribution here = new Contribution(plan, part.group(), part.payload(), part.carried());
                lane(plan).restore(new Pending(event.time(), event.id(), List.of(here)));
            }
        }
    }
}
