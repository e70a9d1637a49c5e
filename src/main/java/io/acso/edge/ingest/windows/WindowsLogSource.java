package io.acso.edge.ingest.windows;

import io.acso.domain.event.LogSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sigma's log source of a Windows event, from the taxonomy of the Sigma specification. */
final class WindowsLogSource {

    /** Sysmon's id of a key or value that was made or deleted: EventType tells which. */
    static final int REGISTRY_OBJECT = 12;

    private static final String[] SYSMON = {
        null,
        "process_creation",
        "file_change",
        "network_connection",
        "sysmon_status",
        "process_termination",
        "driver_load",
        "image_load",
        "create_remote_thread",
        "raw_access_thread",
        "process_access",
        "file_event",
        null,
        "registry_set",
        "registry_rename",
        "create_stream_hash",
        "sysmon_status",
        "pipe_created",
        "pipe_created",
        "wmi_event",
        "wmi_event",
        "wmi_event",
        "dns_query",
        "file_delete",
        "clipboard_capture",
        "process_tampering",
        "file_delete_detected",
        "file_block_executable",
        "file_block_shredding",
        "file_executable_detected"
    };

    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("Security", "security"),
            Map.entry("System", "system"),
            Map.entry("Application", "application"),
            Map.entry("Windows PowerShell", "powershell-classic"),
            Map.entry("Microsoft-Windows-PowerShell/Operational", "powershell"),
            Map.entry("PowerShellCore/Operational", "powershell"),
            Map.entry("Microsoft-Windows-TaskScheduler/Operational", "taskscheduler"),
            Map.entry("Microsoft-Windows-Windows Defender/Operational", "windefend"),
            Map.entry("Microsoft-Windows-WMI-Activity/Operational", "wmi"),
            Map.entry("Microsoft-Windows-Bits-Client/Operational", "bits-client"),
            Map.entry("Microsoft-Windows-CodeIntegrity/Operational", "codeintegrity-operational"),
            Map.entry("Microsoft-Windows-Windows Firewall With Advanced Security/Firewall", "firewall-as"),
            Map.entry("Microsoft-Windows-AppLocker/EXE and DLL", "applocker"),
            Map.entry("Microsoft-Windows-AppLocker/MSI and Script", "applocker"),
            Map.entry("Microsoft-Windows-DNS-Client/Operational", "dns-client"),
            Map.entry("DNS Server", "dns-server"),
            Map.entry("Microsoft-Windows-DriverFrameworks-UserMode/Operational", "driver-framework"),
            Map.entry("Microsoft-Windows-NTLM/Operational", "ntlm"),
            Map.entry("Microsoft-Windows-SmbClient/Security", "smbclient-security"),
            Map.entry("Microsoft-Windows-LDAP-Client/Debug", "ldap"),
            Map.entry("Microsoft-Windows-PrintService/Operational", "printservice-operational"),
            Map.entry("Microsoft-Windows-PrintService/Admin", "printservice-admin"),
            Map.entry(
                    "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational",
                    "terminalservices-localsessionmanager"),
            Map.entry("Microsoft-Windows-AppXDeploymentServer/Operational", "appxdeployment-server"));

    private WindowsLogSource() {}

    static LogSource of(WindowsRecord record) {
        if (record.sysmon()) {
            return LogSource.of(sysmon(record), "windows", "sysmon");
        }
        String service = SERVICES.get(record.channel());
        return LogSource.of(category(record, service), "windows", service);
    }

    private static @Nullable String sysmon(WindowsRecord record) {
        if (record.id() == REGISTRY_OBJECT) {
            String change = record.value("EventType");
            return change != null && change.startsWith("Delete") ? "registry_delete" : "registry_add";
        }
        if (record.id() == 255) {
            return "sysmon_error";
        }
        return record.id() < SYSMON.length ? SYSMON[record.id()] : null;
    }

    /** The shipped pipeline windows-security has the rules' fields for these. */
    private static @Nullable String security(int id) {
        return switch (id) {
            case 4688 -> "process_creation";
            case 4657 -> "registry_set";
            case 5156 -> "network_connection";
            default -> null;
        };
    }

    private static @Nullable String category(WindowsRecord record, @Nullable String service) {
        return switch (service) {
            case "security" -> security(record.id());
            case "powershell" -> record.id() == 4104 ? "ps_script" : record.id() == 4103 ? "ps_module" : null;
            case "powershell-classic" -> record.id() == 400 ? "ps_classic_start" : null;
            case null, default -> null;
        };
    }
}
