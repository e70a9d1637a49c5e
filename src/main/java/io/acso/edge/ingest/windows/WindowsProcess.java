package io.acso.edge.ingest.windows;

import static io.acso.domain.event.OcsfDocument.put;

import io.acso.domain.kernel.Json;
import io.acso.edge.ingest.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The processes, files and people of a Windows event in OCSF. */
final class WindowsProcess {

    private static final int FILE_UNKNOWN = 0;

    private final WindowsRecord record;

    WindowsProcess(WindowsRecord record) {
        this.record = record;
    }

    /** The process that an event of Sysmon or Security 4688 launched, or that ended; null without a pid. */
    @Nullable
    ObjectNode subject() {
        boolean audit = record.security();
        ObjectNode process =
                audit ? process("NewProcessId", null, "NewProcessName") : process("ProcessId", "ProcessGuid", "Image");
        if (process == null) {
            return null;
        }
        put(process, "cmd_line", record.value("CommandLine"));
        put(process, "working_directory", record.value("CurrentDirectory"));
        put(process, "integrity", record.value("IntegrityLevel"));
        user().ifPresent(user -> process.set("user", user.ocsf()));
        if (process.path("file") instanceof ObjectNode file) {
            put(file, "hashes", WindowsHashes.ocsf(record.value("Hashes")));
            put(file, "company_name", record.value("Company"));
            put(file, "internal_name", record.value("OriginalFileName"));
        }
        put(process, "parent_process", parent());
        return process;
    }

    private @Nullable ObjectNode parent() {
        ObjectNode parent = record.security()
                ? process("ProcessId", null, "ParentProcessName")
                : process("ParentProcessId", "ParentProcessGuid", "ParentImage");
        if (parent != null) {
            put(parent, "cmd_line", record.value("ParentCommandLine"));
        }
        return parent;
    }

    /** The process that acts: for a launch the parent, else the one that the event names. */
    ObjectNode actor(boolean launch) {
        ObjectNode actor = Json.object();
        @Nullable ObjectNode process = launch ? parent() : process("ProcessId", "ProcessGuid", "Image");
        if (process == null && !launch) {
            process = process("SourceProcessId", "SourceProcessGUID", "SourceImage");
        }
        put(actor, "process", process);
        user().ifPresent(user -> actor.set("user", user.ocsf()));
        if (actor.isEmpty()) {
            actor.put("app_name", record.provider());
        }
        return actor;
    }

    /** What was opened or injected into. */
    @Nullable
    ObjectNode target() {
        return process("TargetProcessId", "TargetProcessGUID", "TargetImage");
    }

    private Optional<WindowsUser> user() {
        return WindowsUser.of(record.value("User"))
                .or(() -> WindowsUser.of(record.value("SubjectDomainName"), record.value("SubjectUserName")));
    }

    private @Nullable ObjectNode process(String pid, @Nullable String guid, String image) {
        Long number = Fields.number(record.value(pid));
        String uid = guid == null ? null : record.value(guid);
        if (number == null && uid == null) {
            return null;
        }
        ObjectNode process = Json.object();
        put(process, "pid", number);
        put(process, "uid", uid);
        String path = record.value(image);
        put(process, "file", path == null ? null : file(path, null));
        put(process, "name", path == null ? null : nameOf(path));
        return process;
    }

    static ObjectNode file(String path, @Nullable ArrayNode hashes) {
        ObjectNode file =
                Json.object().put("name", nameOf(path)).put("path", path).put("type_id", FILE_UNKNOWN);
        put(file, "hashes", hashes);
        return file;
    }

    static String nameOf(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    }
}
