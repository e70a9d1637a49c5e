package io.acso.edge.demo.account;

import io.acso.edge.demo.account.AccountState.Instance;
import io.acso.edge.demo.account.AccountState.Role;
import io.acso.edge.demo.account.AccountState.SecurityGroup;
import io.acso.edge.demo.account.AccountState.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads out of CloudTrail records what must exist: who called, and what was made. */
final class Observed {

    private static final String DEFAULT_VPC = "default";

    private final Holdings holdings;

    Observed(Holdings holdings) {
        this.holdings = holdings;
    }

    void observe(JsonNode trail) {
        if (!trail.path("recipientAccountId").asString("").equals(holdings.accountId())) {
            return;
        }
        caller(trail.path("userIdentity"));
        if (!trail.path("errorCode").isMissingNode()) {
            return;
        }
        JsonNode made = trail.path("responseElements");
        switch (trail.path("eventName").asString("")) {
            case "CreateUser" -> user(made.path("user").path("userName").asString(""));
            case "CreateRole" -> role(made.path("role").path("roleName").asString(""));
            case "CreateAccessKey" -> {
                JsonNode key = made.path("accessKey");
                accessKey(
                        key.path("userName").asString(""),
                        key.path("accessKeyId").asString(""));
            }
            case "RunInstances" -> instances(trail, made);
            case "TerminateInstances" -> terminated(made);
            default -> {
                // Nothing of what this account holds comes to exist by it.
            }
        }
    }

    private void caller(JsonNode identity) {
        if (!identity.path("accountId").asString("").equals(holdings.accountId())) {
            return;
        }
        String type = identity.path("type").asString("");
        if (type.equals("IAMUser")) {
            user(identity.path("userName").asString(""));
            accessKey(
                    identity.path("userName").asString(""),
                    identity.path("accessKeyId").asString(""));
        }
        JsonNode issuer = identity.path("sessionContext").path("sessionIssuer");
        if (type.equals("AssumedRole") && issuer.path("type").asString("").equals("Role")) {
            role(issuer.path("userName").asString(""));
        }
    }

    private void user(String name) {
        if (!name.isEmpty() && !holdings.users().containsKey(name)) {
            holdings.put(new User(name, Map.of(), Map.of()));
        }
    }

    private void role(String name) {
        if (!name.isEmpty() && !holdings.roles().containsKey(name)) {
            holdings.put(new Role(name, Map.of()));
        }
    }

    /** Long-term keys only: {@code ASIA…} are sessions. */
    private void accessKey(String userName, String keyId) {
        if (!keyId.startsWith("AKIA") || userName.isEmpty()) {
            return;
        }
        user(userName);
        User user = holdings.users().get(userName);
        if (user != null && !user.accessKeys().containsKey(keyId)) {
            Map<String, Boolean> keys = new LinkedHashMap<>(user.accessKeys());
            keys.put(keyId, true);
            holdings.put(new User(userName, keys, user.policies()));
        }
    }

    private void instances(JsonNode trail, JsonNode made) {
        String region = trail.path("awsRegion").asString("");
        for (JsonNode item : made.path("instancesSet").path("items")) {
            String id = item.path("instanceId").asString("");
            if (id.isEmpty() || holdings.instances().containsKey(id)) {
                continue;
            }
            String vpc = item.path("vpcId").asString(Holdings.derivedId("vpc", region, DEFAULT_VPC));
            holdings.put(new Instance(
                    id,
                    region,
                    item.path("instanceType").asString("unknown"),
                    vpc,
                    "running",
                    groups(region, vpc, item.path("groupSet").path("items")),
                    Map.of("/dev/xvda", Holdings.derivedId("vol", id, "root"))));
        }
    }

    private List<String> groups(String region, String vpc, JsonNode items) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : items) {
            ids.add(group(
                    item.path("groupId").asString(""), item.path("groupName").asString(""), region, vpc));
        }
        return ids.isEmpty()
                ? List.of(group(Holdings.derivedId("sg", vpc, DEFAULT_VPC), DEFAULT_VPC, region, vpc))
                : ids;
    }

    private String group(String id, String name, String region, String vpc) {
        holdings.groups()
                .computeIfAbsent(
                        id,
                        made -> new SecurityGroup(
                                made, region, vpc, name, List.of(), List.of(Holdings.ALL_TRAFFIC), Map.of()));
        return id;
    }

    private void terminated(JsonNode made) {
        for (JsonNode item : made.path("instancesSet").path("items")) {
            Instance instance = holdings.instances().get(item.path("instanceId").asString(""));
            if (instance != null) {
                holdings.put(Ec2InstanceCalls.inState(instance, "terminated"));
            }
        }
    }
}
