package io.acso.domain.event;

import io.acso.domain.kernel.Digest;
import java.time.Instant;
import java.util.List;

/**
 * One record from a source.
 *
 * @param id hash of source and native id, see {@link #idOf}
 * @param format the format it was recognised as, such as {@code cloudtrail}
 * @param source where it came from, within which native ids are unique and watermarks are kept,
 *     such as {@code aws:123456789012:cloudtrail}
 * @param time when it happened, never later than {@code arrived}
 * @param arrived when this system accepted it
 * @param raw the record as it came, JSON text (a log line is wrapped with its parsed fields)
 * @param ocsf the record in OCSF, JSON text
 * @param entities what it is about
 * @param links which entity came from which
 */
public record Event(
        String id,
        String format,
        LogSource logSource,
        String source,
        Instant time,
        Instant arrived,
        String raw,
        String ocsf,
        List<Entity> entities,
        List<EntityLink> links) {

    public Event {
        entities = List.copyOf(entities);
        links = List.copyOf(links);
    }

    public static String idOf(String source, String nativeId) {
        return Digest.id("evt", source, nativeId);
    }
}
