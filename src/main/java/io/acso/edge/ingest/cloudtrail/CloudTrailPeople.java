package io.acso.edge.ingest.cloudtrail;

import static io.acso.domain.event.OcsfDocument.put;

import io.acso.domain.kernel.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The users of a CloudTrail record in OCSF: who called, who logged on, whose account changed. */
final class CloudTrailPeople {

    private static final int ACCOUNT_AWS = 10;
    private static final int USER_UNKNOWN = 0;
    private static final int USER = 1;
    private static final int USER_ADMIN = 2;
    private static final int USER_SERVICE = 4;
    private static final int USER_OTHER = 99;

    private CloudTrailPeople() {}

    static ObjectNode actor(CloudTrailRecord record) {
        ObjectNode actor = Json.object();
        actor.set("user", caller(record));
        put(actor, "invoked_by", record.text("userIdentity", "invokedBy"));
        put(actor, "session", session(record));
        return actor;
    }

    static ObjectNode caller(CloudTrailRecord record) {
        ObjectNode user = Json.object();
        String arn = record.text("userIdentity", "arn");
        String principal = record.text("userIdentity", "principalId");
        put(user, "uid", arn != null ? arn : principal);
        put(user, "uid_alt", arn == null ? null : principal);
        put(user, "name", name(record));
        put(user, "credential_uid", record.text("userIdentity", "accessKeyId"));
        String type = record.text("userIdentity", "type");
        put(user, "type", type);
        user.put("type_id", typeOf(type));
        user.set("account", account(record.callerAccount()));
        return user;
    }

    /** Who holds the new credentials; for a console login, who logged in. */
    static ObjectNode loggedOn(CloudTrailRecord record) {
        String session = record.text("responseElements", "assumedRoleUser", "arn");
        String federated = session != null ? session : record.text("responseElements", "federatedUser", "arn");
        String arn = federated != null ? federated : record.text("requestParameters", "roleArn");
        if (arn == null) {
            return caller(record);
        }
        ObjectNode user =
                Json.object().put("uid", arn).put("type_id", USER_OTHER).put("type", "AssumedRole");
        put(user, "name", record.text("requestParameters", "roleSessionName"));
        put(user, "credential_uid", record.text("responseElements", "credentials", "accessKeyId"));
        user.set("account", account(record.account()));
        return user;
    }

    /** The user or role whose account an IAM call changes; null when it names none. */
    static @Nullable ObjectNode changed(CloudTrailRecord record) {
        String userName = record.text("requestParameters", "userName");
        String name = userName != null ? userName : record.text("requestParameters", "roleName");
        String keyOwner = record.text("responseElements", "accessKey", "userName");
        if (name == null && keyOwner == null) {
            return null;
        }
        ObjectNode user = Json.object().put("name", name == null ? Objects.requireNonNull(keyOwner) : name);
        String arn = record.text("responseElements", "user", "arn");
        put(user, "uid", arn != null ? arn : record.text("responseElements", "role", "arn"));
        put(user, "credential_uid", keyOf(record));
        user.put("type_id", userName == null && name != null ? USER_OTHER : USER);
        user.put("type", userName == null && name != null ? "Role" : "User");
        user.set("account", account(record.account()));
        return user;
    }

    private static @Nullable String keyOf(CloudTrailRecord record) {
        String created = record.text("responseElements", "accessKey", "accessKeyId");
        return created != null ? created : record.text("requestParameters", "accessKeyId");
    }

    private static ObjectNode account(String uid) {
        return Json.object().put("uid", uid).put("type_id", ACCOUNT_AWS);
    }

    private static @Nullable String name(CloudTrailRecord record) {
        String name = record.text("userIdentity", "userName");
        return name != null ? name : record.text("userIdentity", "sessionContext", "sessionIssuer", "userName");
    }

    private static ObjectNode session(CloudTrailRecord record) {
        ObjectNode session = Json.object();
        put(session, "issuer", record.text("userIdentity", "sessionContext", "sessionIssuer", "arn"));
        put(session, "created_time", millis(created(record, "creationDate")));
        String mfa = created(record, "mfaAuthenticated");
        if (mfa != null) {
            session.put("is_mfa", mfa.equals("true"));
        }
        return session;
    }

    private static @Nullable String created(CloudTrailRecord record, String attribute) {
        return record.text("userIdentity", "sessionContext", "attributes", attribute);
    }

    private static @Nullable Long millis(@Nullable String time) {
        try {
            return time == null ? null : Instant.parse(time).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static int typeOf(@Nullable String type) {
        return switch (type) {
            case null -> USER_UNKNOWN;
            case "Root" -> USER_ADMIN;
            case "IAMUser" -> USER;
            case "AWSService" -> USER_SERVICE;
            default -> USER_OTHER;
        };
    }
}
