package io.acso.agent.casebook;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far an incident reaches; written by the Threat Hunter.
 *
 * @param variables what a playbook may be given, by name: {@code access_keys}, {@code principals},
 *     {@code roles}, {@code instances}, {@code accounts}, {@code hosts}
 * @param started resources that the incident's actors started
 * @param events how many events of these actors were looked at
 * @param eventIds the events that show it, a bounded number
 * @param why in words, how each came to be included
 */
public record Investigation(
        String incidentId,
        int revision,
        SortedMap<String, List<String>> variables,
        List<Started> started,
        int events,
        List<String> eventIds,
        List<String> why) {

    /** A resource, its type such as {@code p3.8xlarge}, and when it was started. */
    public record Started(String id, String type, String region, Instant at) {}

    public Investigation {
        variables = new TreeMap<>(variables);
        started = List.copyOf(started);
        eventIds = List.copyOf(eventIds);
        why = List.copyOf(why);
    }
}
