package io.acso.edge.ingest.windows;

import io.acso.domain.event.Ocsf;
import io.acso.domain.event.OcsfClass;
import io.acso.domain.event.OcsfDocument;
import io.acso.domain.kernel.Json;
import io.acso.edge.ingest.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Events of the Security channel as OCSF activities: logons, process creation, account changes. */
final class SecurityActivities {

    private static final int LAUNCH = 1;
    private static final int LOGON = 1;
    private static final int LOGOFF = 2;

    /** EventID to the activity of Account Change. */
    private static final Map<Integer, Integer> ACCOUNT =
            Map.of(4720, 1, 4722, 2, 4723, 3, 4724, 4, 4725, 5, 4726, 6, 4740, 9, 4767, 12);

    private SecurityActivities() {}

    static @Nullable OcsfDocument of(WindowsRecord record, Instant time) {
        return switch (record.id()) {
            case 4688 -> process(record, time);
            case 4624 -> authentication(record, time, LOGON, Ocsf.SUCCESS);
            case 4625 -> authentication(record, time, LOGON, Ocsf.FAILURE);
            case 4634, 4647 -> authentication(record, time, LOGOFF, Ocsf.SUCCESS);
            default -> account(record, time);
        };
    }

    private static @Nullable OcsfDocument process(WindowsRecord record, Instant time) {
        WindowsProcess processes = new WindowsProcess(record);
        OcsfDocument document =
                WindowsOcsf.document(OcsfClass.PROCESS_ACTIVITY, LAUNCH, time, "process", processes.subject());
        return document == null ? null : document.set("actor", processes.actor(true));
    }

    private static @Nullable OcsfDocument authentication(WindowsRecord record, Instant time, int activity, int status) {
        OcsfDocument document = WindowsOcsf.document(OcsfClass.AUTHENTICATION, activity, time, "user", target(record));
        if (document == null) {
            return null;
        }
        String ip = record.value("IpAddress");
        ObjectNode source = Json.object();
        OcsfDocument.put(source, "ip", Fields.address(ip) == null ? null : ip);
        OcsfDocument.put(source, "hostname", record.value("WorkstationName"));
        return document.set("dst_endpoint", Json.object().put("hostname", record.computer()))
                .set("src_endpoint", source)
                .set("logon_type", record.value("LogonType"))
                .set("auth_protocol", record.value("AuthenticationPackageName"))
                .status(status, record.value("Status"), record.value("FailureReason"));
    }

    private static @Nullable OcsfDocument account(WindowsRecord record, Instant time) {
        Integer activity = ACCOUNT.get(record.id());
        if (activity == null) {
            return null;
        }
        OcsfDocument document = WindowsOcsf.document(OcsfClass.ACCOUNT_CHANGE, activity, time, "user", target(record));
        return document == null ? null : document.set("actor", new WindowsProcess(record).actor(false));
    }

    private static @Nullable ObjectNode target(WindowsRecord record) {
        return WindowsUser.of(record.value("TargetDomainName"), record.value("TargetUserName"))
                .map(WindowsUser::ocsf)
                .orElse(null);
    }
}
