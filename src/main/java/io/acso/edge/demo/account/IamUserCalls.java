package io.acso.edge.demo.account;

import io.acso.edge.demo.account.AccountState.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** IAM's calls about users and their access keys. */
final class IamUserCalls implements Service {

    private final Holdings holdings;

    IamUserCalls(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "GetUser", this::getUser,
                "ListAccessKeys", this::listAccessKeys,
                "GetAccessKeyLastUsed", this::accessKeyLastUsed,
                "UpdateAccessKey", this::updateAccessKey);
    }

    static User user(Holdings holdings, String name) {
        User user = holdings.users().get(name);
        if (user == null) {
            throw new Refusal(404, "NoSuchEntity", "The user with name " + name + " cannot be found.");
        }
        return user;
    }

    private List<Xml> getUser(QueryCall call) {
        String name = user(holdings, call.required("UserName")).name();
        return List.of(Xml.of(
                "User",
                Xml.text("Path", "/"),
                Xml.text("UserName", name),
                Xml.text("Arn", "arn:aws:iam::" + holdings.accountId() + ":user/" + name)));
    }

    private List<Xml> listAccessKeys(QueryCall call) {
        User user = user(holdings, call.required("UserName"));
        List<Xml> members = user.accessKeys().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(key -> Xml.of(
                        "member",
                        Xml.text("UserName", user.name()),
                        Xml.text("AccessKeyId", key.getKey()),
                        Xml.text("Status", key.getValue() ? "Active" : "Inactive")))
                .toList();
        return List.of(Xml.of("AccessKeyMetadata", members), Xml.text("IsTruncated", "false"));
    }

    private List<Xml> accessKeyLastUsed(QueryCall call) {
        String key = call.required("AccessKeyId");
        User owner = holdings.users().values().stream()
                .filter(user -> user.accessKeys().containsKey(key))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(404, "NoSuchEntity", "The Access Key with id " + key + " cannot be found."));
        return List.of(
                Xml.text("UserName", owner.name()),
                Xml.of("AccessKeyLastUsed", Xml.text("ServiceName", "N/A"), Xml.text("Region", "N/A")));
    }

    private List<Xml> updateAccessKey(QueryCall call) {
        User user = user(holdings, call.required("UserName"));
        String key = call.required("AccessKeyId");
        String status = call.required("Status");
        if (!user.accessKeys().containsKey(key)) {
            throw new Refusal(404, "NoSuchEntity", "The Access Key with id " + key + " cannot be found.");
        }
        if (!List.of("Active", "Inactive").contains(status)) {
            throw new Refusal(400, "ValidationError", "Member must satisfy enum value set: [Active, Inactive]");
        }
        Map<String, Boolean> keys = new LinkedHashMap<>(user.accessKeys());
        keys.put(key, status.equals("Active"));
        holdings.put(new User(user.name(), keys, user.policies()));
        return List.of();
    }
}
