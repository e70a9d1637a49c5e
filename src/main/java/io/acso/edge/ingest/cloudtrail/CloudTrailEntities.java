package io.acso.edge.ingest.cloudtrail;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Entity.Type;
import io.acso.edge.ingest.Fields;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a record is about. The caller: principal, session of an assumed role, access key, address. What it
 * acted upon: see {@link CloudTrailTargets}. AWS services that call on their own are no entities: they
 * would join everything with everything.
 */
final class CloudTrailEntities {

    /** A record names more only when somebody wants to fill our memory. */
    private static final int MOST = 200;

    private CloudTrailEntities() {}

    static List<Entity> of(CloudTrailRecord record) {
        Map<String, Entity> unique = new LinkedHashMap<>();
        List<Entity> all = caller(record);
        addRole(record, all);
        addAddress(record, all);
        CloudTrailTargets.addTo(all, record);
        all.stream().limit(MOST).forEach(entity -> unique.putIfAbsent(entity.key(), entity));
        return List.copyOf(unique.values());
    }

    /**
     * The caller in person, most precise first: for temporary credentials the session, never the role
     * that others may hold at the same time; then the access key. Empty for an AWS service.
     */
    static List<Entity> caller(CloudTrailRecord record) {
        List<Entity> caller = new ArrayList<>();
        String scope = "aws:" + record.callerAccount();
        String who = record.text("userIdentity", "arn");
        String type = record.text("userIdentity", "type");
        if (who == null && !"AWSService".equals(type)) {
            who = record.text("userIdentity", "principalId");
        }
        if (who != null) {
            caller.add(Entity.actor(record.calledBySession() ? Type.SESSION : Type.PRINCIPAL, scope, who));
        }
        String key = record.text("userIdentity", "accessKeyId");
        if (key != null) {
            caller.add(Entity.actor(Type.ACCESS_KEY, scope, key));
        }
        return caller;
    }

    private static void addRole(CloudTrailRecord record, List<Entity> to) {
        String role = record.text("userIdentity", "sessionContext", "sessionIssuer", "arn");
        if (role != null) {
            to.add(Entity.actor(Type.PRINCIPAL, scopeOfArn(role, record.callerAccount()), role));
        }
    }

    private static void addAddress(CloudTrailRecord record, List<Entity> to) {
        @Nullable InetAddress address = Fields.address(record.text("sourceIPAddress"));
        if (address != null) {
            String scope = Fields.scopeOf(address, "aws:" + record.callerAccount());
            to.add(Entity.actor(Type.ADDRESS, scope, address.getHostAddress()));
        }
    }

    /** Where temporary credentials belong: to the account of the role, which may not be the caller's. */
    static String issuedIn(CloudTrailRecord record) {
        String session = record.text("responseElements", "assumedRoleUser", "arn");
        return scopeOfArn(session == null ? "" : session, record.account());
    }

    /** The account that an ARN names, else the one given. */
    static String scopeOfArn(String arn, String account) {
        String[] parts = arn.split(":", 6);
        return "aws:" + (parts.length == 6 && !parts[4].isEmpty() ? parts[4] : account);
    }
}
