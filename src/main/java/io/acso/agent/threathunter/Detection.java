package io.acso.agent.threathunter;

import io.acso.domain.event.Event;
import io.acso.domain.finding.Finding;
import java.util.List;

/** What the detections of the moment say of one event. */
@FunctionalInterface
public interface Detection {

    List<Finding> findings(Event event);
}
