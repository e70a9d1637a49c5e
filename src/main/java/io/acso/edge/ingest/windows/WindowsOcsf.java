package io.acso.edge.ingest.windows;

import static io.acso.domain.event.OcsfDocument.put;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Ocsf;
import io.acso.domain.event.OcsfClass;
import io.acso.domain.event.OcsfDocument;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A Windows event in OCSF: the class that its number stands for, or Base Event with all data unmapped. */
final class WindowsOcsf {

    private static final int OS_WINDOWS = 100;
    private static final int TYPE_UNKNOWN = 0;

    private WindowsOcsf() {}

    static String of(WindowsRecord record, String id, Instant time, List<Entity> entities) {
        OcsfDocument mapped = record.sysmon()
                ? SysmonActivities.of(record, time)
                : record.security() ? SecurityActivities.of(record, time) : null;
        OcsfDocument document = mapped != null
                ? mapped
                : OcsfDocument.of(OcsfClass.BASE_EVENT, Ocsf.OTHER, Severity.INFORMATIONAL, time);
        return document.product("Microsoft", record.sysmon() ? "Sysmon" : "Windows", null)
                .identified(id, record.time())
                .metadata("event_code", Integer.toString(record.id()))
                .metadata("log_name", record.channel())
                .metadata("log_provider", record.provider())
                .metadata("original_event_uid", record.recordId())
                .profile("host")
                .set("device", device(record))
                .set("unmapped", unmapped(record, mapped == null))
                .observables(entities)
                .json();
    }

    static @Nullable OcsfDocument document(
            OcsfClass kind, int activity, Instant time, String field, @Nullable ObjectNode required) {
        return required == null
                ? null
                : OcsfDocument.of(kind, activity, Severity.INFORMATIONAL, time).set(field, required);
    }

    private static ObjectNode device(WindowsRecord record) {
        ObjectNode device = Json.object().put("hostname", record.computer()).put("type_id", TYPE_UNKNOWN);
        device.putObject("os").put("name", "Windows").put("type_id", OS_WINDOWS);
        return device;
    }

    /** All fields of what no class describes; else only the name of the Sysmon rule that let it through. */
    private static ObjectNode unmapped(WindowsRecord record, boolean all) {
        ObjectNode unmapped = Json.object();
        if (all) {
            put(unmapped, "data", record.data());
        } else {
            put(unmapped, "RuleName", record.value("RuleName"));
        }
        return unmapped;
    }
}
