package io.acso.edge.ingest.windows;

import static io.acso.domain.event.OcsfDocument.put;

import io.acso.domain.event.OcsfClass;
import io.acso.domain.event.OcsfDocument;
import io.acso.domain.kernel.Json;
import io.acso.edge.ingest.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sysmon's events as OCSF activities; null for those without a class, or without what the class requires. */
final class SysmonActivities {

    private static final int DIRECTION_INBOUND = 1;
    private static final int DIRECTION_OUTBOUND = 2;
    private static final int LOAD_STANDARD = 1;

    private final WindowsRecord record;
    private final Instant time;
    private final WindowsProcess processes;

    private SysmonActivities(WindowsRecord record, Instant time) {
        this.record = record;
        this.time = time;
        this.processes = new WindowsProcess(record);
    }

    static @Nullable OcsfDocument of(WindowsRecord record, Instant time) {
        return new SysmonActivities(record, time).document();
    }

    private @Nullable OcsfDocument document() {
        return switch (record.id()) {
            case 1 -> process(1, processes.subject(), true);
            case 5 -> process(2, processes.subject(), false);
            case 10 -> process(3, processes.target(), false);
            case 8 -> process(4, processes.target(), false);
            case 3 -> network();
            case 7 -> module();
            case 2 -> file(6);
            case 11, 15 -> file(1);
            case 23, 26 -> file(4);
            case 12, 13, 14 -> registry();
            case 22 -> query();
            default -> null;
        };
    }

    private @Nullable OcsfDocument process(int activity, @Nullable ObjectNode process, boolean launch) {
        return acted(WindowsOcsf.document(OcsfClass.PROCESS_ACTIVITY, activity, time, "process", process), launch);
    }

    private @Nullable OcsfDocument file(int activity) {
        String path = record.value("TargetFilename");
        ObjectNode file = path == null || WindowsProcess.nameOf(path).isEmpty()
                ? null
                : WindowsProcess.file(path, WindowsHashes.ocsf(record.value("Hashes")));
        return acted(WindowsOcsf.document(OcsfClass.FILE_ACTIVITY, activity, time, "file", file), false);
    }

    private @Nullable OcsfDocument module() {
        String path = record.value("ImageLoaded");
        if (path == null) {
            return null;
        }
        ObjectNode module = Json.object().put("load_type_id", LOAD_STANDARD);
        module.set("file", WindowsProcess.file(path, WindowsHashes.ocsf(record.value("Hashes"))));
        return acted(WindowsOcsf.document(OcsfClass.MODULE_ACTIVITY, 1, time, "module", module), false);
    }

    private @Nullable OcsfDocument registry() {
        String path = record.value("TargetObject");
        String change = record.value("EventType");
        if (path == null) {
            return null;
        }
        boolean deletion = change != null && change.startsWith("Delete");
        if (record.id() == 13) {
            return value(2, path);
        }
        if (record.id() == 12 && "DeleteValue".equals(change)) {
            return value(4, path);
        }
        int activity = record.id() == 14 ? 5 : deletion ? 4 : 1;
        ObjectNode key = Json.object().put("path", path);
        return acted(WindowsOcsf.document(OcsfClass.REGISTRY_KEY_ACTIVITY, activity, time, "reg_key", key), false);
    }

    private @Nullable OcsfDocument value(int activity, String path) {
        int end = path.lastIndexOf('\\');
        ObjectNode value = Json.object()
                .put("path", end > 0 ? path.substring(0, end) : path)
                .put("name", path.substring(end + 1));
        put(value, "reg_string_data", record.value("Details"));
        return acted(
                WindowsOcsf.document(OcsfClass.REGISTRY_VALUE_ACTIVITY, activity, time, "reg_value", value), false);
    }

    private @Nullable OcsfDocument network() {
        ObjectNode destination = endpoint("Destination");
        ObjectNode source = endpoint("Source");
        OcsfDocument document = WindowsOcsf.document(OcsfClass.NETWORK_ACTIVITY, 1, time, "dst_endpoint", destination);
        if (document == null) {
            return null;
        }
        ObjectNode connection = Json.object()
                .put(
                        "direction_id",
                        "false".equals(record.value("Initiated")) ? DIRECTION_INBOUND : DIRECTION_OUTBOUND);
        put(connection, "protocol_name", record.value("Protocol"));
        return acted(document.set("src_endpoint", source).set("connection_info", connection), false);
    }

    private @Nullable ObjectNode endpoint(String side) {
        String ip = record.value(side + "Ip");
        ObjectNode endpoint = Json.object();
        put(endpoint, "ip", Fields.address(ip) == null ? null : ip);
        put(endpoint, "hostname", record.value(side + "Hostname"));
        if (endpoint.isEmpty()) {
            return null;
        }
        Long port = Fields.number(record.value(side + "Port"));
        put(endpoint, "port", port != null && port >= 0 && port <= 0xffff ? port : null);
        return endpoint;
    }

    private @Nullable OcsfDocument query() {
        String name = record.value("QueryName");
        ObjectNode query = name == null ? null : Json.object().put("hostname", name);
        OcsfDocument document = WindowsOcsf.document(OcsfClass.DNS_ACTIVITY, 1, time, "query", query);
        return document == null
                ? null
                : acted(document.set("src_endpoint", Json.object().put("hostname", record.computer())), false);
    }

    private @Nullable OcsfDocument acted(@Nullable OcsfDocument document, boolean launch) {
        return document == null ? null : document.set("actor", processes.actor(launch));
    }
}
