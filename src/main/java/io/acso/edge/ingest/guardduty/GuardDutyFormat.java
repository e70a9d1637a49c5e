package io.acso.edge.ingest.guardduty;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.edge.ingest.Arrival;
import io.acso.edge.ingest.EventFormat;
import io.acso.edge.ingest.RawRecord;
import io.acso.edge.ingest.UnreadableRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GuardDuty findings, as GetFindings answers ({@code Id, Type, …}), as exported to S3 ({@code id, type, …}),
 * or in an EventBridge event of detail-type {@code GuardDuty Finding}. A finding that was updated is a new
 * event.
 */
public final class GuardDutyFormat implements EventFormat {

    private static final LogSource LOG_SOURCE = LogSource.of(null, "aws", "guardduty");

    @Override
    public String name() {
        return "guardduty";
    }

    @Override
    public boolean recognises(RawRecord record) {
        return record instanceof RawRecord.JsonRecord json && bare(json.tree()) != null;
    }

    @Override
    public Set<String> telling() {
        return Set.of(
                "AccountId",
                "Id",
                "Service",
                "Severity",
                "Type",
                "accountId",
                "detail",
                "detail-type",
                "id",
                "service",
                "severity",
                "type");
    }

    @Override
    public Routed routed(RawRecord record) {
        return new Routed(LOG_SOURCE, null);
    }

    @Override
    public Event parse(RawRecord raw, Arrival arrival) throws UnreadableRecord {
        if (!(raw instanceof RawRecord.JsonRecord json) || !(bare(json.tree()) instanceof ObjectNode tree)) {
            throw new UnreadableRecord("not a GuardDuty finding");
        }
        GuardDutyFinding finding = new GuardDutyFinding(tree);
        Instant time = arrival.clamp(timeOf(finding));
        String source = "aws:" + finding.account() + ":guardduty";
        String id = Event.idOf(source, finding.text("id") + "@" + finding.text("updatedAt"));
        List<Entity> entities = GuardDutyEntities.of(finding);
        String ocsf = GuardDutyOcsf.of(finding, id, time, entities);
        return new Event(id, name(), LOG_SOURCE, source, time, arrival.at(), raw.text(), ocsf, entities, List.of());
    }

    private static @Nullable ObjectNode bare(ObjectNode tree) {
        JsonNode finding =
                tree.path("detail-type").asString("").equals("GuardDuty Finding") ? tree.path("detail") : tree;
        return finding instanceof ObjectNode object && isFinding(object) ? object : null;
    }

    private static boolean isFinding(ObjectNode tree) {
        GuardDutyFinding finding = new GuardDutyFinding(tree);
        return finding.text("id") != null
                && finding.text("accountId") != null
                && finding.text("type") != null
                && finding.at("severity").isNumber()
                && finding.at("service").isObject();
    }

    private static Instant timeOf(GuardDutyFinding finding) throws UnreadableRecord {
        String updated = finding.text("updatedAt");
        if (updated == null) {
            throw new UnreadableRecord("GuardDuty finding without updatedAt");
        }
        String seen = finding.text("service", "eventLastSeen");
        try {
            return Instant.parse(seen == null ? updated : seen);
        } catch (DateTimeException e) {
            throw new UnreadableRecord("the finding's time '" + seen + "' (updated '" + updated + "') is not ISO 8601");
        }
    }
}
