package io.acso.edge.ingest.guardduty;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.edge.ingest.Intakes;
import io.acso.testsupport.OcsfSchema;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GuardDutyFormatTest {

    private static final String FINDING = """
            {"schemaVersion":"2.0","accountId":"111122223333","region":"eu-west-1","partition":"aws","id":"f-1",
             "type":"UnauthorizedAccess:IAMUser/MaliciousIPCaller","severity":8.0,"title":"API called from a bad address",
             "description":"d","createdAt":"2026-02-01T10:00:00Z","updatedAt":"2026-02-01T11:00:00Z",
             "resource":{"resourceType":"AccessKey","accessKeyDetails":{"accessKeyId":"AKIABO","userName":"bo",
             "userType":"IAMUser"},"instanceDetails":{"instanceId":"i-1"}},
             "service":{"count":3,"archived":false,"eventLastSeen":"2026-02-01T10:30:00Z",
             "action":{"actionType":"AWS_API_CALL","awsApiCallAction":{"api":"ListBuckets",
             "serviceName":"s3.amazonaws.com","remoteIpDetails":{"ipAddressV4":"203.0.113.5"}}}}}""";

    @Test
    void a_finding_is_a_detection_finding() {
        Event event = Intakes.event(FINDING);
        JsonNode document = OcsfSchema.assertValid(event.ocsf());
        assertThat(document.path("type_uid").asLong()).isEqualTo(200402);
        assertThat(document.path("severity_id").asInt()).isEqualTo(4);
        assertThat(document.path("finding_info").path("uid").asString()).isEqualTo("f-1");
        assertThat(event.logSource()).isEqualTo(LogSource.of(null, "aws", "guardduty"));
        assertThat(event.entities())
                .extracting(Entity::key)
                .containsExactly(
                        "principal|aws:111122223333|arn:aws:iam::111122223333:user/bo",
                        "access_key|aws:111122223333|AKIABO",
                        "resource|aws:111122223333|eu-west-1/i-1",
                        "address|internet|203.0.113.5");
    }

    @Test
    void the_api_and_eventbridge_give_the_same_event_as_the_export() {
        Event event = Intakes.event(FINDING);
        String api = Pattern.compile("\"([a-z])(\\w+)\":")
                .matcher(FINDING)
                .replaceAll(key -> "\"" + key.group(1).toUpperCase(java.util.Locale.ROOT) + key.group(2) + "\":");
        assertThat(Intakes.event(api).id()).isEqualTo(event.id());
        assertThat(Intakes.event(api).entities()).isEqualTo(event.entities());
        String bridge = "{\"version\":\"0\",\"detail-type\":\"GuardDuty Finding\",\"detail\":" + FINDING + "}";
        assertThat(Intakes.event(bridge).id()).isEqualTo(event.id());
        assertThat(Intakes.event("{\"Findings\":[" + api + "]}").id()).isEqualTo(event.id());
    }

    @Test
    void an_updated_finding_is_another_event() {
        String updated = FINDING.replace("11:00:00Z", "12:00:00Z");
        assertThat(Intakes.event(updated).id())
                .isNotEqualTo(Intakes.event(FINDING).id());
    }
}
