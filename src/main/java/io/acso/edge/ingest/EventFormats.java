package io.acso.edge.ingest;

import io.acso.edge.ingest.cloudtrail.CloudTrailFormat;
import io.acso.edge.ingest.guardduty.GuardDutyFormat;
import io.acso.edge.ingest.linux.LinuxFormat;
import io.acso.edge.ingest.windows.WindowsFormat;
import java.util.List;

/** The formats that are read, in the order in which they are asked: the most telling first. */
public final class EventFormats {

    public static final List<EventFormat> BUILT_IN =
            List.of(new CloudTrailFormat(), new GuardDutyFormat(), new WindowsFormat(), new LinuxFormat());

    private EventFormats() {}
}
