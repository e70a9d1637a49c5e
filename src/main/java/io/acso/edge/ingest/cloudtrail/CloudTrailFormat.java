package io.acso.edge.ingest.cloudtrail;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.edge.ingest.Arrival;
import io.acso.edge.ingest.EventFormat;
import io.acso.edge.ingest.RawRecord;
import io.acso.edge.ingest.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * CloudTrail records, bare or as EventBridge delivers them ({@code detail-type} ending in "via CloudTrail"),
 * in the form of AWS's "CloudTrail record contents" reference.
 */
public final class CloudTrailFormat implements EventFormat {

    private static final LogSource LOG_SOURCE = LogSource.of(null, "aws", "cloudtrail");

    @Override
    public String name() {
        return "cloudtrail";
    }

    @Override
    public boolean recognises(RawRecord record) {
        return record instanceof RawRecord.JsonRecord json && bare(json.tree()) != null;
    }

    @Override
    public Set<String> telling() {
        return Set.of("detail", "detail-type", "eventName", "eventSource", "eventTime", "userIdentity");
    }

    @Override
    public boolean told(ObjectNode head) {
        return isRecord(head);
    }

    @Override
    public Routed routed(RawRecord record) {
        boolean asItCame = record instanceof RawRecord.JsonRecord json && isRecord(json.tree());
        return new Routed(
                LOG_SOURCE, asItCame ? null : Json.text(Json.tree(record.text()).path("detail")));
    }

    @Override
    public Event parse(RawRecord raw, Arrival arrival) throws UnreadableRecord {
        if (!(raw instanceof RawRecord.JsonRecord json) || !(bare(json.tree()) instanceof ObjectNode tree)) {
            throw new UnreadableRecord("not a CloudTrail record");
        }
        String text = tree == json.tree() ? json.text() : Json.text(tree);
        CloudTrailRecord record = new CloudTrailRecord(tree);
        Instant time = arrival.clamp(timeOf(record));
        String source = "aws:" + record.account() + ":cloudtrail";
        String id = Event.idOf(source, nativeId(record, text));
        List<Entity> entities = CloudTrailEntities.of(record);
        String ocsf = CloudTrailOcsf.of(record, id, time, entities);
        return new Event(
                id, name(), LOG_SOURCE, source, time, arrival.at(), text, ocsf, entities, CloudTrailLinks.of(record));
    }

    private static @Nullable ObjectNode bare(ObjectNode tree) {
        if (isRecord(tree)) {
            return tree;
        }
        return tree.path("detail") instanceof ObjectNode detail
                        && tree.path("detail-type").asString("").endsWith("via CloudTrail")
                        && isRecord(detail)
                ? detail
                : null;
    }

    private static boolean isRecord(ObjectNode tree) {
        return tree.path("eventSource").isString()
                && tree.path("eventName").isString()
                && (tree.has("eventTime") || tree.has("userIdentity"));
    }

    private static Instant timeOf(CloudTrailRecord record) throws UnreadableRecord {
        String time = record.text("eventTime");
        if (time == null) {
            throw new UnreadableRecord("CloudTrail record without eventTime");
        }
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            throw new UnreadableRecord("eventTime '" + time + "' is not ISO 8601, as in 2023-07-10T11:42:18Z");
        }
    }

    private static String nativeId(CloudTrailRecord record, String text) {
        String id = record.text("eventID");
        return id != null
                ? id
                : Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
