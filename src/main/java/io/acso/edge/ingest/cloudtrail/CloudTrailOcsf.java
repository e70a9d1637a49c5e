package io.acso.edge.ingest.cloudtrail;

import static io.acso.domain.event.OcsfDocument.put;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Ocsf;
import io.acso.domain.event.OcsfClass;
import io.acso.domain.event.OcsfDocument;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.edge.ingest.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A CloudTrail record in OCSF: Authentication for logins and temporary credentials, Account Change for
 * what changes users and roles, API Activity for every other call.
 */
final class CloudTrailOcsf {

    private static final int LOGON = 1;

    private static final Set<String> LOGINS = Set.of(
            "AssumeRole",
            "AssumeRoleWithSAML",
            "AssumeRoleWithWebIdentity",
            "AssumeRoot",
            "GetSessionToken",
            "GetFederationToken");

    private static final List<String> UNMAPPED = List.of(
            "additionalEventData",
            "addendum",
            "eventCategory",
            "eventType",
            "managementEvent",
            "readOnly",
            "resources",
            "serviceEventDetails",
            "sharedEventID",
            "tlsDetails",
            "vpcEndpointId");

    private CloudTrailOcsf() {}

    static String of(CloudTrailRecord record, String id, Instant time, List<Entity> entities) {
        OcsfDocument document = body(record, time)
                .product("AWS", "CloudTrail", record.text("eventVersion"))
                .identified(id, record.text("eventTime"))
                .metadata("event_code", record.eventName())
                .metadata("original_event_uid", record.text("eventID"))
                .profile("cloud")
                .set("activity_name", record.eventName())
                .set("cloud", cloud(record))
                .set("api", api(record))
                .set("actor", CloudTrailPeople.actor(record))
                .set("src_endpoint", source(record))
                .set("http_request", request(record))
                .set("unmapped", unmapped(record))
                .observables(entities);
        boolean failed = record.failed() || "Failure".equals(record.text("responseElements", "ConsoleLogin"));
        return document.status(
                        failed ? Ocsf.FAILURE : Ocsf.SUCCESS, record.text("errorCode"), record.text("errorMessage"))
                .json();
    }

    private static OcsfDocument body(CloudTrailRecord record, Instant time) {
        boolean login = record.from("sts") && LOGINS.contains(record.eventName())
                || record.from("signin") && record.eventName().equals("ConsoleLogin");
        if (login) {
            return authentication(record, time);
        }
        int change = record.from("iam") ? AccountChanges.activityOf(record.eventName()) : 0;
        ObjectNode changed = change == 0 ? null : CloudTrailPeople.changed(record);
        if (changed != null) {
            return document(OcsfClass.ACCOUNT_CHANGE, change, time)
                    .set("user", changed)
                    .set("policies", policies(record));
        }
        return document(OcsfClass.API_ACTIVITY, Verbs.activityOf(record), time).set("resources", resources(record));
    }

    private static OcsfDocument authentication(CloudTrailRecord record, Instant time) {
        OcsfDocument document = document(OcsfClass.AUTHENTICATION, LOGON, time)
                .set("user", CloudTrailPeople.loggedOn(record))
                .set("service", Json.object().put("name", record.eventSource()))
                .set("is_remote", true);
        String mfa = record.text("additionalEventData", "MFAUsed");
        if (mfa != null) {
            document.set("is_mfa", mfa.equals("Yes"));
        }
        return document;
    }

    private static OcsfDocument document(OcsfClass kind, int activity, Instant time) {
        return OcsfDocument.of(kind, activity, Severity.INFORMATIONAL, time);
    }

    private static ObjectNode cloud(CloudTrailRecord record) {
        ObjectNode cloud = Json.object().put("provider", "AWS").put("region", record.region());
        cloud.putObject("account").put("uid", record.account());
        return cloud;
    }

    private static ObjectNode api(CloudTrailRecord record) {
        ObjectNode api = Json.object().put("operation", record.eventName());
        put(api, "version", record.text("apiVersion"));
        api.putObject("service").put("name", record.eventSource());
        ObjectNode request = api.putObject("request");
        String id = record.text("requestID");
        request.put("uid", Objects.requireNonNullElse(id == null ? record.text("eventID") : id, "unknown"));
        put(request, "data", record.request());
        ObjectNode response = Json.object();
        put(response, "error", record.text("errorCode"));
        put(response, "error_message", record.text("errorMessage"));
        put(response, "data", record.response());
        put(api, "response", response);
        return api;
    }

    /** An address, or the name of the AWS service that called. */
    private static ObjectNode source(CloudTrailRecord record) {
        String from = record.text("sourceIPAddress");
        ObjectNode endpoint = Json.object();
        if (Fields.address(from) != null) {
            endpoint.put("ip", from);
        } else {
            endpoint.put("svc_name", Objects.requireNonNullElse(from, record.eventSource()));
        }
        return endpoint;
    }

    private static ObjectNode request(CloudTrailRecord record) {
        ObjectNode request = Json.object();
        put(request, "user_agent", record.text("userAgent"));
        return request;
    }

    private static JsonNode policies(CloudTrailRecord record) {
        String arn = record.text("requestParameters", "policyArn");
        String name = record.text("requestParameters", "policyName");
        if (arn == null && name == null) {
            return Json.MAPPER.createArrayNode();
        }
        ObjectNode policy = Json.object();
        put(policy, "uid", arn);
        put(policy, "name", name);
        return Json.MAPPER.createArrayNode().add(policy);
    }

    private static JsonNode resources(CloudTrailRecord record) {
        var resources = Json.MAPPER.createArrayNode();
        for (JsonNode resource : record.tree().path("resources")) {
            @Nullable String arn = Fields.text(resource, "ARN");
            if (arn != null) {
                ObjectNode details = resources.addObject().put("uid", arn);
                put(details, "type", Fields.text(resource, "type"));
            }
        }
        return resources;
    }

    private static ObjectNode unmapped(CloudTrailRecord record) {
        ObjectNode unmapped = Json.object();
        UNMAPPED.forEach(field -> put(unmapped, field, record.tree().path(field)));
        return unmapped;
    }
}
