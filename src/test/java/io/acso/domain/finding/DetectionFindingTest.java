package io.acso.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.Entity;
import io.acso.domain.kernel.Severity;
import io.acso.testsupport.OcsfSchema;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DetectionFindingTest {

    private static final Finding FINDING = new Finding(
            "fnd-1",
            "rule-1",
            "Root logged in",
            Severity.HIGH,
            Instant.parse("2026-02-01T10:00:00Z"),
            List.of("evt-1", "evt-2"),
            List.of(new MatchedField("userIdentity.type", "Root")),
            List.of(
                    Entity.actor(Entity.Type.ADDRESS, "internet", "203.0.113.5"),
                    Entity.target(Entity.Type.RESOURCE, "aws:1", "eu-west-1/i-1")),
            List.of("initial-access", "persistence"),
            List.of("T1078.004", "T1098"),
            "content-1",
            "");

    @Test
    void a_finding_is_written_as_a_detection_finding() {
        JsonNode document =
                OcsfSchema.assertValid(DetectionFinding.described(FINDING).ocsf());
        assertThat(document.path("type_uid").asLong()).isEqualTo(200401);
        assertThat(document.path("severity_id").asInt()).isEqualTo(4);
        assertThat(document.path("status_id").asInt()).isEqualTo(1);
        JsonNode info = document.path("finding_info");
        assertThat(info.path("analytic").path("uid").asString()).isEqualTo("rule-1");
        assertThat(info.path("attacks").get(0).path("sub_technique").path("uid").asString())
                .isEqualTo("T1078.004");
        assertThat(info.path("attacks").get(0).path("technique").path("uid").asString())
                .isEqualTo("T1078");
        assertThat(info.path("attacks")
                        .get(1)
                        .path("tactics")
                        .get(0)
                        .path("uid")
                        .asString())
                .isEqualTo("TA0001");
        assertThat(info.path("related_events")).hasSize(2);
        assertThat(document.path("observables").get(0).path("type_id").asInt()).isEqualTo(2);
        assertThat(document.path("evidences")
                        .get(0)
                        .path("data")
                        .path("userIdentity.type")
                        .asString())
                .isEqualTo("Root");
    }

    @Test
    void a_bare_finding_is_valid_too() {
        OcsfSchema.assertValid(DetectionFinding.document(new Finding(
                        "f",
                        "r",
                        "t",
                        Severity.LOW,
                        Instant.EPOCH,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        ""))
                .toString());
    }

    @Test
    void the_schema_refuses_what_ocsf_does_not_know() {
        var document = DetectionFinding.document(FINDING);
        assertThat(OcsfSchema.isValid(document)).isTrue();
        assertThat(OcsfSchema.isValid(document.deepCopy().put("invented", 1))).isFalse();
        assertThat(OcsfSchema.isValid(document.deepCopy().put("severity_id", 7)))
                .isFalse();
        assertThat(OcsfSchema.isValid(document.deepCopy().put("time", "now"))).isFalse();
        assertThat(OcsfSchema.isValid(document.deepCopy().without("finding_info")))
                .isFalse();
    }
}
