package io.acso.edge.ingest.guardduty;

import static io.acso.domain.event.OcsfDocument.put;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Entity.Type;
import io.acso.domain.event.OcsfClass;
import io.acso.domain.event.OcsfDocument;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.edge.ingest.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A GuardDuty finding as OCSF Detection Finding. */
final class GuardDutyOcsf {

    private static final int CREATE = 1;
    private static final int UPDATE = 2;
    private static final int STATUS_NEW = 1;
    private static final int STATUS_ARCHIVED = 5;
    private static final int ANALYTIC_OTHER = 99;
    private static final int ROLE_TARGET = 1;

    private GuardDutyOcsf() {}

    static String of(GuardDutyFinding finding, String id, Instant time, List<Entity> entities) {
        boolean first = finding.required("createdAt").equals(finding.required("updatedAt"));
        boolean archived = "true".equals(finding.text("service", "archived"));
        OcsfDocument document = OcsfDocument.of(
                        OcsfClass.DETECTION_FINDING, first ? CREATE : UPDATE, severity(finding), time)
                .product("AWS", "GuardDuty", finding.text("schemaVersion"))
                .identified(id, finding.text("updatedAt"))
                .metadata("original_event_uid", finding.text("id"))
                .metadata("event_code", finding.text("type"))
                .profile("cloud")
                .set("cloud", cloud(finding))
                .set("status_id", archived ? STATUS_ARCHIVED : STATUS_NEW)
                .set("is_alert", true)
                .set("message", finding.text("title"))
                .set("finding_info", info(finding))
                .set("resources", resources(entities))
                .set("evidences", evidences(finding))
                .set("unmapped", unmapped(finding))
                .observables(entities);
        Long count = Fields.number(finding.text("service", "count"));
        return (count == null ? document : document.set("count", count)).json();
    }

    /** GuardDuty's bands: low below 4, medium below 7, high below 9, critical from there. */
    private static Severity severity(GuardDutyFinding finding) {
        double value = finding.at("severity").asDouble();
        if (value >= 9) {
            return Severity.CRITICAL;
        }
        if (value >= 7) {
            return Severity.HIGH;
        }
        return value >= 4 ? Severity.MEDIUM : Severity.LOW;
    }

    private static ObjectNode cloud(GuardDutyFinding finding) {
        ObjectNode cloud = Json.object().put("provider", "AWS").put("region", finding.region());
        cloud.putObject("account").put("uid", finding.account());
        return cloud;
    }

    private static ObjectNode info(GuardDutyFinding finding) {
        ObjectNode info = Json.object().put("uid", finding.required("id"));
        put(info, "title", finding.text("title"));
        put(info, "desc", finding.text("description"));
        info.putArray("types").add(finding.required("type"));
        put(info, "created_time", millis(finding.text("createdAt")));
        put(info, "modified_time", millis(finding.text("updatedAt")));
        put(info, "first_seen_time", millis(finding.text("service", "eventFirstSeen")));
        put(info, "last_seen_time", millis(finding.text("service", "eventLastSeen")));
        info.putObject("analytic").put("name", finding.required("type")).put("type_id", ANALYTIC_OTHER);
        return info;
    }

    private static ArrayNode resources(List<Entity> entities) {
        ArrayNode resources = Json.MAPPER.createArrayNode();
        entities.stream()
                .filter(entity -> entity.type() == Type.RESOURCE)
                .forEach(entity ->
                        resources.addObject().put("uid", entity.value()).put("role_id", ROLE_TARGET));
        return resources;
    }

    private static ArrayNode evidences(GuardDutyFinding finding) {
        ArrayNode evidences = Json.MAPPER.createArrayNode();
        ObjectNode evidence = Json.object();
        String ip = GuardDutyFinding.text(finding.action(), "remoteIpDetails", "ipAddressV4");
        if (Fields.address(ip) != null) {
            evidence.set("src_endpoint", Json.object().put("ip", ip));
        }
        String operation = GuardDutyFinding.text(finding.action(), "api");
        if (operation != null) {
            ObjectNode api = evidence.putObject("api").put("operation", operation);
            String service = GuardDutyFinding.text(finding.action(), "serviceName");
            put(api, "service", service == null ? null : Json.object().put("name", service));
        }
        if (!evidence.isEmpty()) {
            evidences.add(evidence);
        }
        return evidences;
    }

    private static ObjectNode unmapped(GuardDutyFinding finding) {
        ObjectNode unmapped = Json.object();
        put(unmapped, "partition", finding.text("partition"));
        put(unmapped, "severity", finding.text("severity"));
        put(unmapped, "resource", finding.at("resource"));
        put(unmapped, "service", finding.at("service"));
        return unmapped;
    }

    private static @Nullable Long millis(@Nullable String time) {
        try {
            return time == null ? null : Instant.parse(time).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
