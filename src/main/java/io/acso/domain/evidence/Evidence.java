package io.acso.domain.evidence;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A preserved object.
 *
 * @param content SHA-256 of the object's bytes, by which the object store finds it
 * @param origin where it came from, in words a court would understand
 * @param custody who did what with it, oldest first
 */
public record Evidence(
        String id,
        String incidentId,
        String name,
        String mediaType,
        Digest content,
        long size,
        Instant collected,
        String origin,
        List<Custody> custody) {

    /** One link in the chain of custody. */
    public record Custody(Instant time, Principal who, String what) {}

    public Evidence {
        custody = List.copyOf(custody);
    }

    public Evidence handled(Custody entry) {
        List<Custody> longer = new ArrayList<>(custody);
        longer.add(entry);
        return new Evidence(id, incidentId, name, mediaType, content, size, collected, origin, longer);
    }
}
