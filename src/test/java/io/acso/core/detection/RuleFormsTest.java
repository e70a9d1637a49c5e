package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.LogSource;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules meet events of other log sources in a form that names their fields. */
class RuleFormsTest {

    private static final LogSource SYSMON = LogSource.of("process_creation", "windows", "sysmon");
    private static final LogSource SECURITY = LogSource.of("process_creation", "windows", "security");
    private static final String RULE = """
            title: Whoami
            id: whoami
            logsource: {category: process_creation, product: windows}
            detection:
                selection:
                    Image|endswith: '\\whoami.exe'
                    IntegrityLevel: System
                    User|contains: AUTHORI
                filter: {ParentImage|endswith: '\\good.exe'}
                condition: selection and not filter
            """;

    @Test
    void a_security_4688_meets_a_rule_for_process_creation() {
        RuleSet set = RuleSet.compile(Map.of("r.yml", RULE));
        String event = """
                {"Event":{"System":{"EventID":4688,"Channel":"Security"},"EventData":{
                "NewProcessName":"C:\\\\Windows\\\\System32\\\\whoami.exe","ParentProcessName":"C:\\\\%s.exe",
                "SubjectUserName":"HOST$","SubjectDomainName":"NT AUTHORITY","MandatoryLabel":"S-1-16-16384"}}}""";

        List<Match> matches = set.match(EventView.of(SECURITY, event.formatted("bad")));

        assertThat(set.rules()).hasSize(1);
        assertThat(matches).hasSize(1);
        assertThat(matches.getFirst().matched())
                .contains(new MatchedField("NewProcessName", "C:\\Windows\\System32\\whoami.exe"));
        assertThat(set.match(EventView.of(SECURITY, event.formatted("good")))).isEmpty();
    }

    @Test
    void an_event_meets_one_form_of_a_rule() {
        String both = "{\"Image\":\"\\\\whoami.exe\",\"IntegrityLevel\":\"System\",\"User\":\"NT AUTHORITY\\\\x\","
                + "\"NewProcessName\":\"\\\\whoami.exe\",\"MandatoryLabel\":\"S-1-16-16384\","
                + "\"SubjectDomainName\":\"NT AUTHORITY\"}";
        RuleSet set = RuleSet.compile(Map.of("r.yml", RULE));

        assertThat(set.match(EventView.of(SYSMON, both))).hasSize(1);
        assertThat(set.match(EventView.of(SECURITY, both))).hasSize(1);
        RuleSet plain = RuleSet.compile(RuleSources.of(Map.of("r.yml", RULE)).withForms(List.of()));
        assertThat(plain.match(EventView.of(SECURITY, both))).hasSize(1);
        assertThat(plain.match(EventView.of(SECURITY, both)).getFirst().matched())
                .extracting(MatchedField::field)
                .contains("Image");
    }

    @Test
    void a_security_4657_meets_a_rule_for_registry_values() {
        RuleSet set = RuleSet.compile(Map.of("r.yml", """
                title: Run key
                logsource: {category: registry_set, product: windows}
                detection:
                    selection:
                        EventType: SetValue
                        TargetObject|contains: '\\CurrentVersion\\Run\\'
                        Details: DWORD (0x00000001)
                    other:
                        TargetObject: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\RunAsPPL'
                    condition: selection or other
                """));
        LogSource source = LogSource.of("registry_set", "windows", "security");
        String event = "{\"ObjectName\":\"\\\\REGISTRY\\\\MACHINE\\\\%s\",\"ObjectValueName\":\"%s\","
                + "\"OperationType\":\"%%%%1904\",\"NewValue\":\"1\"}";

        assertThat(set.match(EventView.of(source, event.formatted("SOFTWARE\\\\CurrentVersion\\\\Run", "evil"))))
                .hasSize(1);
        assertThat(set.match(EventView.of(source, event.formatted("SOFTWARE\\\\CurrentVersion\\\\RunOnce", "evil"))))
                .isEmpty();
        assertThat(set.match(
                        EventView.of(source, event.formatted("SYSTEM\\\\ControlSet001\\\\Control\\\\Lsa", "RunAsPPL"))))
                .hasSize(1);
        assertThat(set.match(
                        EventView.of(source, event.formatted("SYSTEM\\\\ControlSet001\\\\Control\\\\Lsa", "Other"))))
                .isEmpty();
    }

    @Test
    void a_rule_for_registry_events_sees_each_kind_of_change() {
        RuleSet set = RuleSet.compile(Map.of("r.yml", """
                title: Any change
                logsource: {category: registry_event, product: windows}
                detection: {selection: {TargetObject|contains: x}, condition: selection}
                """));
        for (String category : List.of("registry_event", "registry_add", "registry_set", "registry_delete")) {
            assertThat(set.match(
                            EventView.of(LogSource.of(category, "windows", "sysmon"), "{\"TargetObject\":\"axb\"}")))
                    .as(category)
                    .hasSize(1);
        }
    }

    @Test
    void an_outgoing_security_5156_meets_a_rule_for_connections() {
        RuleSet set = RuleSet.compile(Map.of("r.yml", """
                title: Connection
                logsource: {category: network_connection, product: windows}
                detection:
                    selection: {Initiated: 'true', DestinationPort: 4444, DestinationIp|cidr: 198.51.100.0/24}
                    condition: selection
                """));
        LogSource source = LogSource.of("network_connection", "windows", "security");
        String event = "{\"Direction\":\"%%%%1459%d\",\"DestPort\":\"4444\",\"DestAddress\":\"198.51.100.7\"}";

        assertThat(set.match(EventView.of(source, event.formatted(3)))).hasSize(1);
        assertThat(set.match(EventView.of(source, event.formatted(2)))).isEmpty();
    }

    @Test
    void sysmon_by_event_id_and_ecs_names_for_cloudtrail_when_asked() {
        Pipeline sysmon = Objects.requireNonNull(Pipeline.named("sysmon"));
        RuleSet set = RuleSet.compile(RuleSources.of(Map.of("r.yml", RULE.replace("IntegrityLevel: System", "a: 1")))
                .withPipelines(List.of(sysmon)));
        String event = "{\"EventID\":%d,\"a\":1,\"Image\":\"\\\\whoami.exe\",\"User\":\"NT AUTHORITY\\\\x\"}";
        LogSource uncategorised = LogSource.of(null, "windows", "sysmon");
        assertThat(set.match(EventView.of(uncategorised, event.formatted(1)))).hasSize(1);
        assertThat(set.match(EventView.of(uncategorised, event.formatted(2)))).isEmpty();

        Pipeline cloudTrail = Objects.requireNonNull(Pipeline.named("cloudtrail"));
        RuleSet aws = RuleSet.compile(RuleSources.of(Map.of("r.yml", """
                        title: ECS
                        logsource: {product: aws, service: cloudtrail}
                        detection:
                            s: {event.action: X, aws.cloudtrail.flattened.request_parameters.name: y}
                            condition: s
                        """)).withPipelines(List.of(cloudTrail)));
        assertThat(aws.match(EventView.of(
                        SigmaCorpusTest.cloudTrail(), "{\"eventName\":\"X\",\"requestParameters\":{\"name\":\"y\"}}")))
                .hasSize(1);
    }

    /** Recorded Sysmon events, written as Security would have: most of the rules fire as they do on Sysmon's. */
    @Test
    void recorded_starts_of_processes_fire_their_rules_as_4688_too() throws IOException {
        RuleSet set = RuleSet.compile(SigmaCorpusTest.rules("rules", "rules-emerging-threats", "rules-threat-hunting"));
        int bySysmon = 0;
        int bySecurity = 0;
        for (Path file : SigmaCorpusTest.regressionEvents()) {
            String id = file.getFileName().toString().replace(".json", "");
            for (JsonNode event : SigmaCorpusTest.events(file)) {
                if (fires(set, EventView.of(SYSMON, event.toString()), id)) {
                    bySysmon++;
                    bySecurity +=
                            fires(set, EventView.of(SECURITY, as4688(event).toString()), id) ? 1 : 0;
                }
            }
        }
        System.out.println("fired as Sysmon 1: " + bySysmon + ", as Security 4688: " + bySecurity);
        assertThat(bySysmon).isGreaterThan(100);
        assertThat(bySecurity).isGreaterThan(bySysmon * 8 / 10);
    }

    private static boolean fires(RuleSet set, EventView event, String id) {
        return set.match(event).stream().anyMatch(match -> match.rule().id().equals(id));
    }

    private static JsonNode as4688(JsonNode sysmon) {
        JsonNode data = sysmon.path("Event").path("EventData");
        ObjectNode written = Json.object().put("EventID", 4688);
        String[][] fields = {
            {"Image", "NewProcessName"}, {"CommandLine", "CommandLine"}, {"ParentImage", "ParentProcessName"}
        };
        for (String[] field : fields) {
            if (data.has(field[0])) {
                written.set(field[1], data.get(field[0]));
            }
        }
        String[] user = data.path("User").asString("x\\y").split("\\\\", 2);
        written.put("SubjectDomainName", user[0]).put("SubjectUserName", user[user.length - 1]);
        return written;
    }
}
