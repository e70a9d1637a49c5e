package io.acso.edge.ingest.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.edge.ingest.Intakes;
import io.acso.testsupport.OcsfSchema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WindowsFormatTest {

    private static final String DATA = """
            {"UtcTime":"2026-02-01 10:00:00.132","ProcessGuid":"{g}","ProcessId":4460,\
            "Image":"C:\\\\Windows\\\\cmd.exe","CommandLine":"cmd /c whoami","User":"CORP\\\\bo",\
            "Hashes":"SHA1=AA,SHA256=%s","ParentProcessId":"1","ParentImage":"C:\\\\a.exe"}""".formatted("AB".repeat(32));

    @Test
    void the_shapes_of_all_shippers_give_the_same_event() {
        Event rendered = Intakes.event("""
                {"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon"}},"EventID":1,\
                "TimeCreated":{"#attributes":{"SystemTime":"2026-02-01T10:00:00.165324Z"}},"EventRecordID":7,\
                "Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"PC1"},"EventData":%s}}""".formatted(DATA));
        Event beat = Intakes.event("""
                {"@timestamp":"2026-02-01T10:00:00.165324Z","winlog":{"channel":"Microsoft-Windows-Sysmon/Operational",\
                "provider_name":"Microsoft-Windows-Sysmon","event_id":"1","computer_name":"PC1","record_id":7,\
                "event_data":%s}}""".formatted(DATA));
        Event flat = Intakes.event("""
                {"EventTime":"2026-02-01T10:00:00.165324Z","Hostname":"PC1","EventID":1,"RecordNumber":7,\
                "SourceName":"Microsoft-Windows-Sysmon","Channel":"Microsoft-Windows-Sysmon/Operational",%s""".formatted(DATA.substring(1)));
        assertThat(beat.id()).isEqualTo(rendered.id()).isEqualTo(flat.id());
        assertThat(beat.ocsf()).isEqualTo(rendered.ocsf()).isEqualTo(flat.ocsf());
        assertThat(rendered.logSource()).isEqualTo(LogSource.of("process_creation", "windows", "sysmon"));
        assertThat(rendered.entities())
                .extracting(Entity::key)
                .containsExactly(
                        "host|host:pc1|PC1", "principal|windows:corp|bo", "file_hash|internet|" + "ab".repeat(32));
        JsonNode document = OcsfSchema.assertValid(rendered.ocsf());
        assertThat(document.path("type_uid").asLong()).isEqualTo(100701);
        assertThat(document.path("process").path("cmd_line").asString()).isEqualTo("cmd /c whoami");
        assertThat(document.path("actor").path("process").path("pid").asInt()).isEqualTo(1);
    }

    @Test
    void a_security_4688_is_a_process_creation() {
        Event event = security(4688, """
                "NewProcessId":"0x1a4","NewProcessName":"C:\\\\w\\\\net.exe","CommandLine":"net user","ProcessId":"0x10",\
                "SubjectUserName":"bo","SubjectDomainName":"PC1" """);
        assertThat(event.logSource()).isEqualTo(LogSource.of("process_creation", "windows", "security"));
        JsonNode document = OcsfSchema.assertValid(event.ocsf());
        assertThat(document.path("process").path("pid").asInt()).isEqualTo(0x1a4);
        assertThat(event.entities()).extracting(Entity::key).contains("principal|host:pc1|bo");
    }

    @Test
    void a_failed_logon_is_an_authentication() {
        Event event = security(4625, """
                "TargetUserName":"eve","TargetDomainName":"CORP","IpAddress":"203.0.113.9","LogonType":"3","Status":"0xc000006d" """);
        JsonNode document = OcsfSchema.assertValid(event.ocsf());
        assertThat(document.path("type_uid").asLong()).isEqualTo(300201);
        assertThat(document.path("status_id").asInt()).isEqualTo(2);
        assertThat(event.logSource().service()).isEqualTo("security");
    }

    @Test
    void sysmon_numbers_have_their_categories() {
        assertThat(sysmon(3)).isEqualTo("network_connection");
        assertThat(sysmon(7)).isEqualTo("image_load");
        assertThat(sysmon(11)).isEqualTo("file_event");
        assertThat(sysmon(12)).isEqualTo("registry_add");
        assertThat(sysmon(13)).isEqualTo("registry_set");
        assertThat(sysmon(14)).isEqualTo("registry_rename");
        assertThat(sysmon(22)).isEqualTo("dns_query");
        assertThat(sysmon(29)).isEqualTo("file_executable_detected");
        assertThat(sysmon(77)).isNull();
    }

    @Test
    void what_no_class_describes_is_a_base_event_with_its_data() {
        JsonNode document =
                OcsfSchema.assertValid(security(5140, "\"ShareName\":\"C$\"").ocsf());
        assertThat(document.path("class_uid").asInt()).isZero();
        assertThat(document.path("unmapped").path("data").path("ShareName").asString())
                .isEqualTo("C$");
    }

    private static String sysmon(int id) {
        Event event = Intakes.event("""
                {"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon"}},"EventID":%d,\
                "TimeCreated":{"#attributes":{"SystemTime":"2026-02-01T10:00:00Z"}},"Computer":"PC1"},\
                "EventData":{"TargetObject":"HKLM\\\\a\\\\b","Details":"x","DestinationIp":"203.0.113.1",\
                "DestinationPort":"443","QueryName":"evil.example","TargetFilename":"C:\\\\f.txt","ImageLoaded":"C:\\\\l.dll",\
                "ProcessId":"5"}}}""".formatted(id));
        return event.logSource().category();
    }

    private static Event security(int id, String data) {
        return Intakes.event("""
                {"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Security-Auditing"}},\
                "EventID":%d,"TimeCreated":{"#attributes":{"SystemTime":"2026-02-01T10:00:00Z"}},"EventRecordID":9,\
                "Channel":"Security","Computer":"PC1"},"EventData":{%s}}}""".formatted(id, data));
    }
}
