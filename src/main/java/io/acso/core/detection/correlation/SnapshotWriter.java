package io.acso.core.detection.correlation;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes state; {@link SnapshotReader} reads it. Plans are named by their place in the writer's list. */
final class SnapshotWriter {

    static final int VERSION = 1;

    private final DataOutputStream out;

    SnapshotWriter(DataOutputStream out) {
        this.out = out;
    }

    void head(long clock, long seen, long[] counters, Collection<Source> sources) throws IOException {
        out.writeInt(VERSION);
        out.writeLong(clock);
        out.writeLong(seen);
        out.writeInt(counters.length);
        for (long counter : counters) {
            out.writeLong(counter);
        }
        out.writeInt(sources.size());
        for (Source source : sources) {
            text(source.name());
            out.writeLong(source.newest());
            out.writeLong(source.heard());
        }
    }

    void groups(List<Groups> all) throws IOException {
        out.writeInt(all.size());
        for (Groups groups : all) {
            text(groups.plan().id());
            text(groups.plan().fingerprint());
            out.writeInt(groups.size());
            for (Window window : groups.windows()) {
                window(window);
            }
        }
    }

    private void window(Window window) throws IOException {
        text(window.key());
        out.writeLong(window.touched());
        out.writeLong(window.quietUntil());
        out.writeInt(window.judged());
        out.writeBoolean(window.cut());
        out.writeInt(window.size());
        for (int i = 0; i < window.size(); i++) {
            Occurrence occurrence = window.occurrence(i);
            out.writeLong(occurrence.time());
            text(occurrence.id());
            out.writeLong(occurrence.payload());
            Occurrence.Detail detail = occurrence.detail();
            out.writeBoolean(detail != null);
            if (detail != null) {
                texts(detail.events());
                rows(detail.carried());
            }
        }
    }

    void lanes(List<Lane> lanes, List<Groups> groups, Map<Groups, Lane> laneOf) throws IOException {
        out.writeInt(lanes.size());
        for (Lane lane : lanes) {
            out.writeLong(lane.judged());
            List<Integer> plans = IntStream.range(0, groups.size())
                    .filter(i -> laneOf.get(groups.get(i)) == lane)
                    .boxed()
                    .toList();
            out.writeInt(plans.size());
            for (int plan : plans) {
                out.writeInt(plan);
            }
            texts(lane.sources().stream().map(Source::name).toList());
            out.writeInt(lane.waiting().size());
            for (Pending event : lane.waiting()) {
                event(event);
            }
        }
    }

    private void event(Pending event) throws IOException {
        out.writeLong(event.time());
        text(event.id());
        out.writeInt(event.contributions().size());
        for (Contribution part : event.contributions()) {
            out.writeInt(part.plan());
            text(part.group());
            out.writeLong(part.payload());
            rows(part.carried());
        }
    }

    private void rows(List<List<String>> rows) throws IOException {
        out.writeInt(rows.size());
        for (List<String> row : rows) {
            texts(row);
        }
    }

    private void texts(List<String> all) throws IOException {
        out.writeInt(all.size());
        for (String one : all) {
            text(one);
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
