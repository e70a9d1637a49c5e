package io.acso.edge.ingest;

import io.acso.domain.event.Event;
import io.acso.edge.ingest.cloudtrail.CloudTrailFormat;
import io.acso.edge.ingest.guardduty.GuardDutyFormat;
import io.acso.edge.ingest.linux.LinuxFormat;
import io.acso.edge.ingest.windows.WindowsFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The formats that are read, in the order in which they are asked: the most telling first. */
public final class EventFormats {

    public static final List<EventFormat> BUILT_IN =
            List.of(new CloudTrailFormat(), new GuardDutyFormat(), new WindowsFormat(), new LinuxFormat());

    private EventFormats() {}

    /**
     * The whole event of a record that rules saw as a {@link Piece.Found.Readable}.
     *
     * @return empty when it lacks what an event needs, such as a time
     */
    public static Optional<Event> event(byte[] json, Instant arrived) {
        try {
            Fragment record = new Fragment(json, json.length, true, 1, 1, null);
            return Optional.of(Ingest.event(BUILT_IN, record, new Arrival(arrived)));
        } catch (UnreadableRecord e) {
            return Optional.empty();
        }
    }
}
