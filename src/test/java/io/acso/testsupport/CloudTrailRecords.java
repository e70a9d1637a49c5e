package io.acso.testsupport;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Writes CloudTrail records of one account, a second apart. The same calls give the same records. */
public final class CloudTrailRecords {

    public static final String ACCOUNT = "111122223333";

    private final List<String> records = new ArrayList<>();
    private Instant time;

    public CloudTrailRecords(Instant begin) {
        this.time = begin;
    }

    /** Who calls, and from where. */
    public record Caller(ObjectNode identity, String address, String userAgent) {}

    public static Caller user(String name, String key, String address) {
        ObjectNode identity = Json.object()
                .put("type", "IAMUser")
                .put("principalId", "AIDA" + id(name, 17))
                .put("arn", "arn:aws:iam::" + ACCOUNT + ":user/" + name)
                .put("accountId", ACCOUNT)
                .put("accessKeyId", key)
                .put("userName", name);
        return new Caller(identity, address, "aws-cli/2.15.30 Python/3.11.8 Linux/6.1");
    }

    public static Caller session(String role, String session, String key, String address) {
        String roleId = "AROA" + id(role, 17);
        ObjectNode identity = Json.object()
                .put("type", "AssumedRole")
                .put("principalId", roleId + ":" + session)
                .put("arn", "arn:aws:sts::" + ACCOUNT + ":assumed-role/" + role + "/" + session)
                .put("accountId", ACCOUNT)
                .put("accessKeyId", key);
        identity.putObject("sessionContext")
                .putObject("sessionIssuer")
                .put("type", "Role")
                .put("principalId", roleId)
                .put("arn", "arn:aws:iam::" + ACCOUNT + ":role/" + role)
                .put("accountId", ACCOUNT)
                .put("userName", role);
        return new Caller(identity, address, "Boto3/1.34.69 Python/3.11.8 Linux/6.1");
    }

    /** Adds a call; {@code more} fills in request, response and the rest. */
    public CloudTrailRecords call(Caller caller, String service, String name, Consumer<ObjectNode> more) {
        time = time.plusSeconds(1);
        String number = Integer.toString(records.size());
        ObjectNode record = Json.object()
                .put("eventVersion", "1.09")
                .put("eventTime", time.toString())
                .put("eventSource", service + ".amazonaws.com")
                .put("eventName", name)
                .put("awsRegion", "us-east-1")
                .put("sourceIPAddress", caller.address())
                .put("userAgent", caller.userAgent())
                .put(
                        "requestID",
                        UUID.nameUUIDFromBytes(("r" + number).getBytes()).toString())
                .put(
                        "eventID",
                        UUID.nameUUIDFromBytes((time + name + number).getBytes())
                                .toString())
                .put("readOnly", name.startsWith("Get") || name.startsWith("List") || name.startsWith("Describe"))
                .put("eventType", "AwsApiCall")
                .put("managementEvent", true)
                .put("recipientAccountId", ACCOUNT)
                .put("eventCategory", "Management");
        record.set("userIdentity", caller.identity());
        record.putNull("requestParameters");
        record.putNull("responseElements");
        more.accept(record);
        records.add(Json.text(record));
        return this;
    }

    public CloudTrailRecords call(Caller caller, String service, String name) {
        return call(caller, service, name, record -> {});
    }

    public CloudTrailRecords assumeRole(Caller caller, String role, String session, String key) {
        return call(caller, "sts", "AssumeRole", record -> {
            record.putObject("requestParameters")
                    .put("roleArn", "arn:aws:iam::" + ACCOUNT + ":role/" + role)
                    .put("roleSessionName", session);
            ObjectNode response = record.putObject("responseElements");
            response.putObject("credentials").put("accessKeyId", key).put("expiration", "Nov 23, 2026, 11:00:00 AM");
            response.putObject("assumedRoleUser")
                    .put("assumedRoleId", "AROA" + id(role, 17) + ":" + session)
                    .put("arn", "arn:aws:sts::" + ACCOUNT + ":assumed-role/" + role + "/" + session);
        });
    }

    public CloudTrailRecords attachAdmin(Caller caller, String user) {
        return call(
                caller,
                "iam",
                "AttachUserPolicy",
                record -> record.putObject("requestParameters")
                        .put("userName", user)
                        .put("policyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
    }

    public CloudTrailRecords createKey(Caller caller, String user, String key) {
        return call(caller, "iam", "CreateAccessKey", record -> {
            record.putObject("requestParameters").put("userName", user);
            record.putObject("responseElements")
                    .putObject("accessKey")
                    .put("accessKeyId", key)
                    .put("status", "Active")
                    .put("userName", user);
        });
    }

    public CloudTrailRecords runInstances(Caller caller, String region, String type, String... ids) {
        return call(caller, "ec2", "RunInstances", record -> {
            record.put("awsRegion", region);
            record.putObject("requestParameters")
                    .put("instanceType", type)
                    .putObject("instancesSet")
                    .putArray("items")
                    .addObject()
                    .put("imageId", "ami-0abcdef1234567890")
                    .put("minCount", ids.length)
                    .put("maxCount", ids.length);
            var items = record.putObject("responseElements")
                    .putObject("instancesSet")
                    .putArray("items");
            for (String id : ids) {
                items.addObject()
                        .put("instanceId", id)
                        .put("instanceType", type)
                        .put("imageId", "ami-0abcdef1234567890");
            }
        });
    }

    public String ndjson() {
        return records.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String id(String of, int length) {
        return Digest.ofParts(of).hex().toUpperCase(java.util.Locale.ROOT).substring(0, length);
    }
}
