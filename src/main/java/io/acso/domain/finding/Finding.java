package io.acso.domain.finding;

import io.acso.domain.event.Entity;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Severity;
import java.time.Instant;
import java.util.List;

/**
 * What a detection says.
 *
 * @param ruleId the detection's own id
 * @param time event time of the newest event
 * @param eventIds the events that made it, oldest first
 * @param matched which fields matched with which values
 * @param tactics ATT&CK tactics as Sigma tags them, without the {@code attack.} prefix: {@code initial-access}
 * @param techniques ATT&CK techniques in upper case: {@code T1078.004}
 * @param content hash of the content snapshot whose rule this is
 * @param ocsf the OCSF Detection Finding (class 2004), JSON text
 */
public record Finding(
        String id,
        String ruleId,
        String title,
        Severity severity,
        Instant time,
        List<String> eventIds,
        List<MatchedField> matched,
        List<Entity> entities,
        List<String> tactics,
        List<String> techniques,
        String content,
        String ocsf) {

    public Finding {
        eventIds = List.copyOf(eventIds);
        matched = List.copyOf(matched);
        entities = List.copyOf(entities);
        tactics = List.copyOf(tactics);
        techniques = List.copyOf(techniques);
    }

    /** The id of the finding that a rule makes from these events. */
    public static String idOf(String ruleId, List<String> eventIds) {
        return Digest.id("fnd", ruleId, String.join(",", eventIds));
    }
}
