package io.acso.edge.ingest.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import io.acso.edge.ingest.Arrival;
import io.acso.edge.ingest.Intakes;
import io.acso.edge.ingest.RawRecord;
import io.acso.edge.ingest.UnreadableRecord;
import io.acso.testsupport.OcsfSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who called, what was made, and who came from whom: what correlation stands on. */
class CloudTrailFormatTest {

    private static final String BO = "arn:aws:iam::111122223333:user/bo";
    private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/admin/x";

    private static final String USER = """
            {"type":"IAMUser","arn":"%s","accountId":"111122223333","accessKeyId":"AKIABO","userName":"bo"}""".formatted(BO);

    private static final String ASSUMED = """
            {"type":"AssumedRole","principalId":"AROA:x","arn":"%s","accountId":"111122223333",
             "accessKeyId":"ASIAX","sessionContext":{"sessionIssuer":{"type":"Role",
             "arn":"arn:aws:iam::111122223333:role/admin","userName":"admin"},
             "attributes":{"creationDate":"2026-02-01T09:00:00Z","mfaAuthenticated":"false"}}}""".formatted(SESSION);

    @Test
    void an_event_keeps_the_record_and_is_named_by_its_id_and_account() {
        String record = record("s3", "ListBuckets", USER, "null", "null");
        Event event = Intakes.event(record);
        assertThat(event.raw()).isEqualTo(record);
        assertThat(event.format()).isEqualTo("cloudtrail");
        assertThat(event.source()).isEqualTo("aws:111122223333:cloudtrail");
        assertThat(event.id()).isEqualTo(Event.idOf("aws:111122223333:cloudtrail", "e-1"));
        assertThat(event.logSource()).isEqualTo(LogSource.of(null, "aws", "cloudtrail"));
    }

    @Test
    void the_caller_is_principal_key_and_address() {
        assertThat(keys(Intakes.event(record("s3", "ListBuckets", USER, "null", "null"))))
                .containsExactly(
                        "principal|aws:111122223333|" + BO,
                        "access_key|aws:111122223333|AKIABO",
                        "address|internet|198.51.100.7");
    }

    @Test
    void a_private_address_belongs_to_its_account_and_a_service_is_no_entity() {
        String record = record("s3", "ListBuckets", USER, "null", "null");
        assertThat(keys(Intakes.event(record.replace("198.51.100.7", "10.0.0.9"))))
                .contains("address|aws:111122223333|10.0.0.9");
        String service = record(
                        "kms",
                        "Decrypt",
                        "{\"type\":\"AWSService\",\"invokedBy\":\"rds.amazonaws.com\"}",
                        "null",
                        "null")
                .replace("198.51.100.7", "rds.amazonaws.com");
        assertThat(keys(Intakes.event(service))).isEmpty();
    }

    @Test
    void an_assumed_role_is_its_session_and_its_role() {
        assertThat(keys(Intakes.event(record("s3", "ListBuckets", ASSUMED, "null", "null"))))
                .contains(
                        "session|aws:111122223333|" + SESSION,
                        "principal|aws:111122223333|arn:aws:iam::111122223333:role/admin",
                        "access_key|aws:111122223333|ASIAX");
    }

    @Test
    void assuming_a_role_links_the_caller_to_session_and_key_in_the_roles_account() {
        Event event = Intakes.event(record(
                "sts",
                "AssumeRole",
                USER,
                "{\"roleArn\":\"arn:aws:iam::444455556666:role/ops\",\"roleSessionName\":\"s\"}",
                "{\"credentials\":{\"accessKeyId\":\"ASIANEW\"},"
                        + "\"assumedRoleUser\":{\"arn\":\"arn:aws:sts::444455556666:assumed-role/ops/s\"}}"));
        String session = "session|aws:444455556666|arn:aws:sts::444455556666:assumed-role/ops/s";
        String key = "access_key|aws:444455556666|ASIANEW";
        assertThat(links(event))
                .containsExactlyInAnyOrder(
                        "principal|aws:111122223333|" + BO + " assumed-role " + session,
                        "access_key|aws:111122223333|AKIABO assumed-role " + session,
                        "principal|aws:111122223333|" + BO + " assumed-role " + key,
                        "access_key|aws:111122223333|AKIABO assumed-role " + key);
        assertThat(keys(event)).contains(session, key, "principal|aws:444455556666|arn:aws:iam::444455556666:role/ops");
        assertThat(ocsf(event).path("class_uid").asInt()).isEqualTo(3002);
    }

    @Test
    void a_chain_of_roles_starts_at_the_session_and_not_at_the_role_others_share() {
        Event event = Intakes.event(record(
                "sts",
                "AssumeRole",
                ASSUMED,
                "{\"roleArn\":\"arn:aws:iam::111122223333:role/b\"}",
                "{\"assumedRoleUser\":{\"arn\":\"arn:aws:sts::111122223333:assumed-role/b/y\"}}"));
        assertThat(event.links())
                .extracting(link -> link.from().type())
                .containsExactly(Entity.Type.SESSION, Entity.Type.ACCESS_KEY);
    }

    @Test
    void a_new_key_comes_from_its_maker_and_its_owner() {
        Event event = Intakes.event(record(
                "iam",
                "CreateAccessKey",
                USER,
                "{\"userName\":\"eve\"}",
                "{\"accessKey\":{\"userName\":\"eve\",\"accessKeyId\":\"AKIAEVE\",\"status\":\"Active\"}}"));
        String key = "access_key|aws:111122223333|AKIAEVE";
        assertThat(links(event))
                .containsExactlyInAnyOrder(
                        "principal|aws:111122223333|" + BO + " created-key " + key,
                        "access_key|aws:111122223333|AKIABO created-key " + key,
                        "principal|aws:111122223333|arn:aws:iam::111122223333:user/eve owns-key " + key);
        assertThat(ocsf(event).path("class_uid").asInt()).isEqualTo(3001);
        assertThat(ocsf(event).path("user").path("name").asString()).isEqualTo("eve");
    }

    @Test
    void a_new_user_comes_from_its_maker() {
        Event event = Intakes.event(record(
                "iam",
                "CreateUser",
                USER,
                "{\"userName\":\"eve\",\"path\":\"/x/\"}",
                "{\"user\":{\"arn\":\"arn:aws:iam::111122223333:user/x/eve\",\"userName\":\"eve\"}}"));
        assertThat(links(event))
                .contains("principal|aws:111122223333|" + BO
                        + " created-principal principal|aws:111122223333|arn:aws:iam::111122223333:user/x/eve");
        assertThat(ocsf(event).path("type_uid").asLong()).isEqualTo(300101);
    }

    @Test
    void instances_come_from_who_started_them() {
        Event event = Intakes.event(record(
                "ec2",
                "RunInstances",
                USER,
                "{\"instanceType\":\"p4d.24xlarge\"}",
                "{\"instancesSet\":{\"items\":[{\"instanceId\":\"i-1\"},{\"instanceId\":\"i-2\"}]}}"));
        assertThat(links(event))
                .contains("access_key|aws:111122223333|AKIABO started resource|aws:111122223333|eu-west-1/i-2");
        assertThat(keys(event)).contains("resource|aws:111122223333|eu-west-1/i-1");
        assertThat(ocsf(event).path("type_uid").asLong()).isEqualTo(600301);
    }

    @Test
    void what_failed_made_nothing() {
        String denied = record("iam", "CreateUser", USER, "{\"userName\":\"eve\"}", "null")
                .replace("\"eventID\"", "\"errorCode\":\"AccessDenied\",\"errorMessage\":\"no\",\"eventID\"");
        Event event = Intakes.event(denied);
        assertThat(event.links()).isEmpty();
        assertThat(ocsf(event).path("status_id").asInt()).isEqualTo(2);
        assertThat(ocsf(event).path("status_code").asString()).isEqualTo("AccessDenied");
    }

    @Test
    void policies_buckets_and_listed_resources_are_targets() {
        Event attach = Intakes.event(record(
                "iam",
                "AttachUserPolicy",
                USER,
                "{\"userName\":\"eve\",\"policyArn\":\"arn:aws:iam::aws:policy/AdministratorAccess\"}",
                "null"));
        assertThat(attach.entities())
                .filteredOn(entity -> entity.role() == Entity.Role.TARGET)
                .extracting(Entity::value)
                .containsExactly("arn:aws:iam::111122223333:user/eve", "arn:aws:iam::aws:policy/AdministratorAccess");
        assertThat(ocsf(attach).path("activity_id").asInt()).isEqualTo(7);
        String get = record("s3", "GetObject", USER, "{\"bucketName\":\"b\",\"key\":\"k\"}", "null")
                .replace(
                        "\"eventID\"",
                        "\"resources\":[{\"ARN\":\"arn:aws:s3:::b/k\"},{\"ARN\":\"arn:aws:s3:::b\"}],\"eventID\"");
        assertThat(keys(Intakes.event(get))).containsOnlyOnce("resource|aws:111122223333|arn:aws:s3:::b");
    }

    @Test
    void a_console_login_is_an_authentication_with_its_outcome() {
        Event event = Intakes.event(record("signin", "ConsoleLogin", USER, "null", "{\"ConsoleLogin\":\"Failure\"}")
                .replace("\"eventID\"", "\"additionalEventData\":{\"MFAUsed\":\"No\"},\"eventID\""));
        JsonNode document = ocsf(event);
        assertThat(document.path("type_uid").asLong()).isEqualTo(300201);
        assertThat(document.path("status_id").asInt()).isEqualTo(2);
        assertThat(document.path("is_mfa").asBoolean()).isFalse();
    }

    @Test
    void a_record_inside_an_eventbridge_event_is_the_same_event() {
        String record = record("s3", "ListBuckets", USER, "null", "null");
        Event event = Intakes.event("{\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":" + record + "}");
        assertThat(event.id()).isEqualTo(Intakes.event(record).id());
        assertThat(Json.tree(event.raw())).isEqualTo(Json.tree(record));
    }

    @Test
    void a_time_that_is_none_is_named() {
        ObjectNode tree = (ObjectNode) Json.tree(record("s3", "ListBuckets", USER, "null", "null"));
        tree.put("eventTime", "yesterday");
        assertThatThrownBy(() -> new CloudTrailFormat()
                        .parse(new RawRecord.JsonRecord(tree, tree.toString()), new Arrival(Intakes.NOW)))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("'yesterday'");
    }

    private static String record(String service, String name, String identity, String request, String response) {
        return """
                {"eventVersion":"1.08","userIdentity":%s,"eventTime":"2026-02-01T10:00:00Z",
                 "eventSource":"%s.amazonaws.com","eventName":"%s","awsRegion":"eu-west-1",
                 "sourceIPAddress":"198.51.100.7","userAgent":"cli","requestParameters":%s,"responseElements":%s,
                 "requestID":"r-1","eventID":"e-1","recipientAccountId":"111122223333"}""".formatted(identity, service, name, request, response);
    }

    private static JsonNode ocsf(Event event) {
        return OcsfSchema.assertValid(event.ocsf());
    }

    private static List<String> keys(Event event) {
        return event.entities().stream().map(Entity::key).toList();
    }

    private static List<String> links(Event event) {
        return event.links().stream()
                .map(link -> link.from().key() + " " + link.relation() + " "
                        + link.to().key())
                .toList();
    }
}
