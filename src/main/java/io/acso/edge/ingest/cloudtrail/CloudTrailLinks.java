package io.acso.edge.ingest.cloudtrail;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Entity.Type;
import io.acso.domain.event.EntityLink;
import io.acso.edge.ingest.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which identity, key or instance came from which. Only what the response names exists, so a call that
 * failed links nothing. The origin is the caller in person: the session and key that called, not the role
 * that other sessions share.
 */
final class CloudTrailLinks {

    private static final int MOST = 400;

    private static final Set<String> TEMPORARY = Set.of(
            "AssumeRole",
            "AssumeRoleWithSAML",
            "AssumeRoleWithWebIdentity",
            "AssumeRoot",
            "GetSessionToken",
            "GetFederationToken");

    private final CloudTrailRecord record;
    private final String scope;
    private final List<Entity> callers;
    private final List<EntityLink> links = new ArrayList<>();

    private CloudTrailLinks(CloudTrailRecord record) {
        this.record = record;
        this.scope = "aws:" + record.account();
        this.callers = CloudTrailEntities.caller(record);
    }

    static List<EntityLink> of(CloudTrailRecord record) {
        if (record.failed() || !record.response().isObject()) {
            return List.of();
        }
        CloudTrailLinks links = new CloudTrailLinks(record);
        if (record.from("sts") && TEMPORARY.contains(record.eventName())) {
            links.assumed();
        } else if (record.from("iam")) {
            links.created();
        } else if (record.from("ec2") && record.eventName().equals("RunInstances")) {
            links.started();
        }
        return links.links;
    }

    private void assumed() {
        arn(Type.SESSION, "assumed-role", "assumedRoleUser", "arn");
        arn(Type.SESSION, "assumed-role", "federatedUser", "arn");
        String key = Fields.text(record.response(), "credentials", "accessKeyId");
        if (key != null) {
            fromCallers(Entity.target(Type.ACCESS_KEY, CloudTrailEntities.issuedIn(record), key), "assumed-role");
        }
    }

    private void created() {
        switch (record.eventName()) {
            case "CreateUser" -> arn(Type.PRINCIPAL, "created-principal", "user", "arn");
            case "CreateRole" -> arn(Type.PRINCIPAL, "created-principal", "role", "arn");
            case "CreateAccessKey" -> createdKey();
            default -> {
                return;
            }
        }
    }

    private void createdKey() {
        JsonNode created = record.response().path("accessKey");
        String id = Fields.text(created, "accessKeyId");
        if (id == null) {
            return;
        }
        Entity key = Entity.target(Type.ACCESS_KEY, scope, id);
        fromCallers(key, "created-key");
        String owner = Fields.text(created, "userName");
        if (owner != null) {
            String arn = "arn:aws:iam::" + record.account() + ":user/" + owner;
            links.add(new EntityLink(Entity.target(Type.PRINCIPAL, scope, arn), key, "owns-key"));
        }
    }

    private void started() {
        for (JsonNode item : record.response().path("instancesSet").path("items")) {
            String id = Fields.text(item, "instanceId");
            if (id != null && links.size() < MOST) {
                fromCallers(Entity.target(Type.RESOURCE, scope, record.region() + "/" + id), "started");
            }
        }
    }

    private void arn(Type type, String relation, String... path) {
        @Nullable String arn = Fields.text(record.response(), path);
        if (arn != null) {
            String where = CloudTrailEntities.scopeOfArn(arn, record.account());
            fromCallers(Entity.target(type, where, arn), relation);
        }
    }

    private void fromCallers(Entity to, String relation) {
        callers.stream()
                .filter(caller -> !caller.key().equals(to.key()))
                .forEach(caller -> links.add(new EntityLink(caller, to, relation)));
    }
}
