package io.acso.edge.ingest.cloudtrail;

import io.acso.edge.ingest.Fields;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A CloudTrail record with its fields by name. */
record CloudTrailRecord(ObjectNode tree) {

    private static final String UNKNOWN = "unknown";

    /** Such as {@code iam.amazonaws.com}. */
    String eventSource() {
        return Objects.requireNonNullElse(text("eventSource"), UNKNOWN);
    }

    String eventName() {
        return Objects.requireNonNullElse(text("eventName"), UNKNOWN);
    }

    String region() {
        return Objects.requireNonNullElse(text("awsRegion"), UNKNOWN);
    }

    /** The account whose trail this is. */
    String account() {
        String account = text("recipientAccountId");
        return account != null ? account : Objects.requireNonNullElse(text("userIdentity", "accountId"), UNKNOWN);
    }

    /** The account that the caller belongs to. */
    String callerAccount() {
        return Objects.requireNonNullElse(text("userIdentity", "accountId"), account());
    }

    boolean failed() {
        return text("errorCode") != null;
    }

    boolean from(String service) {
        return eventSource().equals(service + ".amazonaws.com");
    }

    JsonNode identity() {
        return tree.path("userIdentity");
    }

    JsonNode request() {
        return tree.path("requestParameters");
    }

    JsonNode response() {
        return tree.path("responseElements");
    }

    @Nullable
    String text(String... path) {
        return Fields.text(tree, path);
    }

    /** A caller with temporary credentials of a role or a federated user. */
    boolean calledBySession() {
        String type = text("userIdentity", "type");
        return "AssumedRole".equals(type) || "FederatedUser".equals(type);
    }
}
