package io.acso.edge.ingest.cloudtrail;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Entity.Type;
import io.acso.edge.ingest.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a call acted upon, from its parameters, its response and the resources it lists. */
final class CloudTrailTargets {

    private final CloudTrailRecord record;
    private final String account;
    private final List<Entity> to;

    private CloudTrailTargets(CloudTrailRecord record, List<Entity> to) {
        this.record = record;
        this.account = record.account();
        this.to = to;
    }

    static void addTo(List<Entity> entities, CloudTrailRecord record) {
        CloudTrailTargets targets = new CloudTrailTargets(record, entities);
        if (record.from("iam")) {
            targets.identities();
        } else if (record.from("sts")) {
            targets.credentials();
        } else if (record.from("ec2") || record.from("ssm")) {
            targets.instances(record.request());
            targets.instances(record.response());
        }
        targets.buckets();
        targets.resources();
    }

    private void identities() {
        JsonNode request = record.request();
        JsonNode response = record.response();
        String user = Fields.text(response, "user", "arn");
        addArn(Type.PRINCIPAL, user != null ? user : iam("user", Fields.text(request, "userName")));
        String role = Fields.text(response, "role", "arn");
        addArn(Type.PRINCIPAL, role != null ? role : iam("role", Fields.text(request, "roleName")));
        addArn(Type.RESOURCE, iam("group", Fields.text(request, "groupName")));
        addArn(Type.RESOURCE, Fields.text(request, "policyArn"));
        addArn(Type.RESOURCE, Fields.text(response, "policy", "arn"));
        add(Type.ACCESS_KEY, Fields.text(request, "accessKeyId"));
        add(Type.ACCESS_KEY, Fields.text(response, "accessKey", "accessKeyId"));
        addArn(Type.PRINCIPAL, iam("user", Fields.text(response, "accessKey", "userName")));
    }

    private void credentials() {
        addArn(Type.PRINCIPAL, Fields.text(record.request(), "roleArn"));
        addArn(Type.SESSION, Fields.text(record.response(), "assumedRoleUser", "arn"));
        addArn(Type.SESSION, Fields.text(record.response(), "federatedUser", "arn"));
        String key = Fields.text(record.response(), "credentials", "accessKeyId");
        if (key != null) {
            to.add(Entity.target(Type.ACCESS_KEY, CloudTrailEntities.issuedIn(record), key));
        }
    }

    private void instances(JsonNode where) {
        instance(Fields.text(where, "instanceId"));
        where.path("instancesSet").path("items").forEach(item -> instance(Fields.text(item, "instanceId")));
        where.path("resourcesSet").path("items").forEach(item -> instance(Fields.text(item, "resourceId")));
        where.path("instanceIds").forEach(item -> instance(Fields.text(item)));
    }

    private void buckets() {
        String bucket = Fields.text(record.request(), "bucketName");
        if (bucket != null && record.from("s3")) {
            add(Type.RESOURCE, "arn:aws:s3:::" + bucket);
        }
    }

    private void resources() {
        for (JsonNode resource : record.tree().path("resources")) {
            String arn = Fields.text(resource, "ARN");
            if (arn != null) {
                resource(arn);
            }
        }
    }

    private void resource(String arn) {
        int instance = arn.indexOf(":instance/i-");
        if (arn.contains(":iam:") && (arn.contains(":user/") || arn.contains(":role/"))) {
            addArn(Type.PRINCIPAL, arn);
        } else if (arn.contains(":assumed-role/")) {
            addArn(Type.SESSION, arn);
        } else if (instance > 0) {
            instance(arn.substring(instance + ":instance/".length()));
        } else if (arn.contains(":s3:::") && arn.indexOf('/') > 0) {
            add(Type.RESOURCE, arn.substring(0, arn.indexOf('/')));
        } else {
            addArn(Type.RESOURCE, arn);
        }
    }

    private void instance(@Nullable String id) {
        if (id != null && id.startsWith("i-")) {
            add(Type.RESOURCE, record.region() + "/" + id);
        }
    }

    /** The ARN of a user, role or group in the root path; calls name it without its path. */
    private @Nullable String iam(String kind, @Nullable String name) {
        return name == null ? null : "arn:aws:iam::" + account + ":" + kind + "/" + name;
    }

    private void addArn(Type type, @Nullable String arn) {
        if (arn != null) {
            to.add(Entity.target(type, CloudTrailEntities.scopeOfArn(arn, account), arn));
        }
    }

    private void add(Type type, @Nullable String value) {
        if (value != null) {
            to.add(Entity.target(type, "aws:" + account, value));
        }
    }
}
