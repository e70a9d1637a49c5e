package io.acso.edge.ingest.linux;

import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import io.acso.edge.ingest.Fields;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line with its fields: {@code timestamp, hostname, program, pid, message} and those of the message. It is
 * what detections see, and what a line wrapped before can be read back from.
 */
record LinuxRecord(ObjectNode tree, Instant time) {

    private static final String UNKNOWN = "unknown";
    private static final Set<String> AUTH = Set.of(
            "su",
            "login",
            "systemd-logind",
            "useradd",
            "userdel",
            "usermod",
            "groupadd",
            "groupdel",
            "passwd",
            "chpasswd",
            "polkitd",
            "pkexec",
            "gdm-password");

    static @Nullable LinuxRecord of(String line, Instant arrival) {
        AuditLine audit = AuditLine.parse(line);
        if (audit != null) {
            return audit(audit, Json.object(), line);
        }
        SyslogLine syslog = SyslogLine.parse(line, arrival);
        return syslog == null ? null : of(syslog);
    }

    /** A line that was wrapped before; its time is read anew. */
    static @Nullable LinuxRecord of(ObjectNode wrapped, Instant arrival) {
        String timestamp = Fields.text(wrapped, "timestamp");
        boolean complete = wrapped.path("hostname").isString()
                && wrapped.path("program").isString()
                && wrapped.path("message").isString();
        if (timestamp == null || !complete) {
            return null;
        }
        Instant iso = SyslogTime.iso(timestamp);
        boolean classic = iso == null && timestamp.length() == 15;
        Instant time = classic ? SyslogTime.withoutYear(timestamp, arrival) : iso;
        return time == null ? null : new LinuxRecord(wrapped, time);
    }

    private static LinuxRecord of(SyslogLine line) {
        ObjectNode tree = Json.object()
                .put("timestamp", line.timestamp())
                .put("hostname", line.hostname())
                .put("program", line.program());
        if (line.pid() != null) {
            tree.put("pid", line.pid());
        }
        if (line.priority() != null) {
            tree.put("facility", line.priority() / 8).put("priority", line.priority() % 8);
        }
        AuditLine audit = AuditLine.parse(line.message());
        if (audit != null) {
            return audit(audit, tree, line.message());
        }
        tree.put("message", line.message());
        addAll(tree, ProgramMessage.fields(line.program(), line.message()));
        return new LinuxRecord(tree, line.time());
    }

    private static LinuxRecord audit(AuditLine line, ObjectNode tree, String text) {
        if (!tree.has("timestamp")) {
            tree.put("timestamp", line.time().toString());
            tree.put("hostname", Objects.requireNonNullElse(line.node(), UNKNOWN));
        }
        tree.put("program", "auditd")
                .put("message", text)
                .put("type", line.type())
                .put("serial", line.serial());
        addAll(tree, line.fields());
        String arguments = line.arguments();
        if (arguments != null) {
            addAll(tree, Map.of("command_line", arguments));
        }
        return new LinuxRecord(tree, line.time());
    }

    /** The fields of the line itself are not for the message to choose. */
    private static void addAll(ObjectNode tree, Map<String, String> fields) {
        fields.forEach((name, value) -> {
            if (!tree.has(name)) {
                tree.put(name, value);
            }
        });
    }

    String hostname() {
        return Objects.requireNonNullElse(text("hostname"), UNKNOWN);
    }

    /** The program's name without path, in lower case. */
    String program() {
        return ProgramMessage.baseName(Objects.requireNonNullElse(text("program"), UNKNOWN));
    }

    @Nullable
    String text(String field) {
        return Fields.text(tree, field);
    }

    LogSource logSource() {
        String program = program();
        String service = switch (program) {
            case "auditd", "sshd", "sudo", "cron" -> program;
            case "crontab" -> "cron";
            default -> AUTH.contains(program) ? "auth" : "syslog";
        };
        return LogSource.of(null, "linux", service);
    }
}
