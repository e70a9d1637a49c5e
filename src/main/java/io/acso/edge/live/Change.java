package io.acso.edge.live;

import io.acso.platform.durability.Announcement;
import java.time.Instant;
import java.util.Map;

/**
 * A fact that was announced.
 *
 * @param id the cursor to go on from
 * @param kind the fact's name in the past tense, or {@link #MISSED}
 * @param subject the id of what it is about; empty when some were missed
 * @param correlationId the incident or request it belongs to; empty when some were missed
 */
public record Change(String id, String kind, String subject, String correlationId, Instant time) {

    /** Some changes are no longer kept: whoever follows reads anew what it shows. */
    public static final String MISSED = "Missed";

    private static final Map<String, String> NOUNS = Map.of(
            "inc", "incident",
            "fnd", "finding",
            "apr", "approval",
            "exe", "execution",
            "eff", "effect",
            "tkt", "ticket");

    static Change of(String id, Announcement fact) {
        return new Change(id, fact.type(), fact.subject(), fact.correlationId(), fact.time());
    }

    static Change missed(String id, Instant now) {
        return new Change(id, MISSED, "", "", now);
    }

    /** What it is about, told by its id: incident, finding, approval, execution, effect, ticket, agent or other. */
    public String noun() {
        int dash = subject.indexOf('-');
        String known = NOUNS.get(dash < 0 ? subject : subject.substring(0, dash));
        return known != null ? known : kind.startsWith("Agent") ? "agent" : "other";
    }
}
