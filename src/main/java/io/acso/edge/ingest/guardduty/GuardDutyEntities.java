package io.acso.edge.ingest.guardduty;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Entity.Type;
import io.acso.edge.ingest.Fields;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who a finding is about: the credentials used, the remote address, the instance or bucket, the domain asked for. */
final class GuardDutyEntities {

    private static final int MOST = 200;

    private final GuardDutyFinding finding;
    private final String scope;
    private final Map<String, Entity> found = new LinkedHashMap<>();

    private GuardDutyEntities(GuardDutyFinding finding) {
        this.finding = finding;
        this.scope = "aws:" + finding.account();
    }

    static List<Entity> of(GuardDutyFinding finding) {
        GuardDutyEntities entities = new GuardDutyEntities(finding);
        entities.credentials();
        entities.instance();
        entities.buckets();
        entities.remote();
        return entities.found.values().stream().limit(MOST).toList();
    }

    private void credentials() {
        JsonNode details = finding.at("resource", "accessKeyDetails");
        String user = GuardDutyFinding.text(details, "userName");
        String type = GuardDutyFinding.text(details, "userType");
        if (user != null && type != null) {
            add(Entity.actor(Type.PRINCIPAL, scope, arn(type, user)));
        }
        String key = GuardDutyFinding.text(details, "accessKeyId");
        if (key != null) {
            add(Entity.actor(Type.ACCESS_KEY, scope, key));
        }
    }

    private String arn(String type, String user) {
        String prefix = "arn:aws:iam::" + finding.account() + ":";
        return switch (type) {
            case "Root" -> prefix + "root";
            case "AssumedRole", "Role" -> prefix + "role/" + user;
            default -> prefix + "user/" + user;
        };
    }

    private void instance() {
        String id = finding.text("resource", "instanceDetails", "instanceId");
        if (id != null) {
            add(Entity.target(Type.RESOURCE, scope, finding.region() + "/" + id));
        }
    }

    private void buckets() {
        for (JsonNode bucket : finding.at("resource", "s3BucketDetails")) {
            String arn = GuardDutyFinding.text(bucket, "arn");
            if (arn != null) {
                add(Entity.target(Type.RESOURCE, scope, arn));
            }
        }
    }

    private void remote() {
        @Nullable
        InetAddress address = Fields.address(GuardDutyFinding.text(finding.action(), "remoteIpDetails", "ipAddressV4"));
        if (address != null) {
            add(Entity.actor(Type.ADDRESS, Fields.scopeOf(address, scope), address.getHostAddress()));
        }
        String domain = GuardDutyFinding.text(finding.action(), "domain");
        if (domain != null) {
            add(Entity.target(Type.DOMAIN, "internet", domain));
        }
    }

    private void add(Entity entity) {
        found.putIfAbsent(entity.key(), entity);
    }
}
