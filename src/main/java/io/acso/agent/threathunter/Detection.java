package io.acso.agent.threathunter;

import io.acso.domain.event.Event;
import io.acso.domain.finding.Finding;
import java.util.List;

/** What the detections of the moment say of one event. */
@FunctionalInterface
public interface Detection {

    List<Finding> findings(Event event);

    /** What all of them say, in their order. */
    static Detection all(List<Detection> detections) {
        List<Detection> each = List.copyOf(detections);
        return event -> each.stream()
                .flatMap(detection -> detection.findings(event).stream())
                .toList();
    }
}
