package io.acso.edge.ingest.linux;

import static io.acso.domain.event.OcsfDocument.put;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Ocsf;
import io.acso.domain.event.OcsfClass;
import io.acso.domain.event.OcsfDocument;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.edge.ingest.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A log line in OCSF: logons, user switches and account changes in their classes, the rest Base Event. */
final class LinuxOcsf {

    private static final int LOGON = 1;
    private static final int LOGOFF = 2;
    private static final int ACCOUNT_SWITCH = 7;
    private static final int SUBSTITUTE_USER = 1;
    private static final int CREATE = 1;
    private static final int PASSWORD_CHANGE = 3;
    private static final int DELETE = 6;
    private static final int TYPE_UNKNOWN = 0;
    private static final int OS_LINUX = 200;

    private static final Map<String, Integer> LOGONS =
            Map.of("logon", LOGON, "session-opened", LOGON, "logoff", LOGOFF, "session-closed", LOGOFF);

    private static final Map<String, Integer> ACCOUNT_CHANGES = Map.of(
            "user-created", CREATE,
            "user-deleted", DELETE,
            "user-changed", Ocsf.OTHER,
            "password-changed", PASSWORD_CHANGE);

    /** What has a place in the document already. */
    private static final Set<String> MAPPED = Set.of("timestamp", "hostname", "message", "src_ip", "src_port");

    private LinuxOcsf() {}

    static String of(LinuxRecord record, String id, Instant time, List<Entity> entities) {
        OcsfDocument document = mapped(record, time)
                .product("Linux", record.program(), null)
                .identified(id, record.text("timestamp"))
                .metadata("log_name", record.logSource().service())
                .profile("host")
                .set("device", device(record))
                .set("message", record.text("message"))
                .set("unmapped", unmapped(record))
                .observables(entities);
        String outcome = record.text("outcome");
        if (outcome != null) {
            document.set("status_id", outcome.equals("success") ? Ocsf.SUCCESS : Ocsf.FAILURE);
        }
        return document.json();
    }

    private static OcsfDocument mapped(LinuxRecord record, Instant time) {
        String action = Objects.requireNonNullElse(record.text("action"), "");
        ObjectNode user = user(record.text("user"));
        ObjectNode target = user(record.text("target_user"));
        if (user != null && LOGONS.containsKey(action)) {
            return logon(record, time, LOGONS.get(action), user);
        }
        if (target != null && action.equals("switch")) {
            return switched(record, time, user, target);
        }
        Integer change = ACCOUNT_CHANGES.get(action);
        return target != null && change != null
                ? document(OcsfClass.ACCOUNT_CHANGE, change, time).set("user", target)
                : document(OcsfClass.BASE_EVENT, Ocsf.OTHER, time);
    }

    private static OcsfDocument logon(LinuxRecord record, Instant time, int activity, ObjectNode user) {
        String ip = record.text("src_ip");
        ObjectNode source = Json.object();
        if (ip != null) {
            source.put(Fields.address(ip) == null ? "hostname" : "ip", ip);
            Long port = Fields.number(record.text("src_port"));
            put(source, "port", port != null && port <= 0xffff ? port : null);
        }
        OcsfDocument document = authentication(record, time, activity, user).set("src_endpoint", source);
        return source.isEmpty() ? document : document.set("is_remote", true);
    }

    private static OcsfDocument switched(
            LinuxRecord record, Instant time, @Nullable ObjectNode user, ObjectNode target) {
        OcsfDocument document =
                authentication(record, time, ACCOUNT_SWITCH, target).set("account_switch_type_id", SUBSTITUTE_USER);
        return user == null ? document : document.set("actor", Json.object().set("user", user));
    }

    private static OcsfDocument authentication(LinuxRecord record, Instant time, int activity, ObjectNode user) {
        return document(OcsfClass.AUTHENTICATION, activity, time)
                .set("user", user)
                .set("service", Json.object().put("name", record.program()))
                .set("dst_endpoint", Json.object().put("hostname", record.hostname()));
    }

    private static OcsfDocument document(OcsfClass kind, int activity, Instant time) {
        return OcsfDocument.of(kind, activity, Severity.INFORMATIONAL, time);
    }

    private static @Nullable ObjectNode user(@Nullable String name) {
        return name == null ? null : Json.object().put("name", name);
    }

    private static ObjectNode device(LinuxRecord record) {
        ObjectNode device = Json.object().put("hostname", record.hostname()).put("type_id", TYPE_UNKNOWN);
        device.putObject("os").put("name", "Linux").put("type_id", OS_LINUX);
        return device;
    }

    private static JsonNode unmapped(LinuxRecord record) {
        ObjectNode unmapped = Json.object();
        record.tree().properties().stream()
                .filter(field -> !MAPPED.contains(field.getKey()))
                .forEach(field -> put(unmapped, field.getKey(), field.getValue()));
        return unmapped;
    }
}
