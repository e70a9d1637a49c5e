package io.acso.edge.demo.account;

import io.acso.domain.kernel.Digest;
import io.acso.edge.demo.account.AccountState.Instance;
import io.acso.edge.demo.account.AccountState.Role;
import io.acso.edge.demo.account.AccountState.SecurityGroup;
import io.acso.edge.demo.account.AccountState.Snapshot;
import io.acso.edge.demo.account.AccountState.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The account's changing state. Its owner holds one lock around every use. */
final class Holdings {

    /** What EC2 gives every new security group. */
    static final String ALL_TRAFFIC = "-1::0.0.0.0/0";

    private final String accountId;
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Map<String, SecurityGroup> groups = new LinkedHashMap<>();
    private final Map<String, Snapshot> snapshots = new LinkedHashMap<>();
    private long made;

    Holdings(AccountState seed) {
        this.accountId = seed.accountId();
        seed.users().forEach(this::put);
        seed.roles().forEach(this::put);
        seed.instances().forEach(this::put);
        seed.securityGroups().forEach(this::put);
        seed.snapshots().forEach(this::put);
    }

    AccountState snapshot() {
        return new AccountState(
                accountId,
                List.copyOf(users.values()),
                List.copyOf(roles.values()),
                List.copyOf(instances.values()),
                List.copyOf(groups.values()),
                List.copyOf(snapshots.values()));
    }

    String accountId() {
        return accountId;
    }

    Map<String, User> users() {
        return users;
    }

    Map<String, Role> roles() {
        return roles;
    }

    Map<String, Instance> instances() {
        return instances;
    }

    Map<String, SecurityGroup> groups() {
        return groups;
    }

    Map<String, Snapshot> snapshots() {
        return snapshots;
    }

    void put(User user) {
        users.put(user.name(), user);
    }

    void put(Role role) {
        roles.put(role.name(), role);
    }

    void put(Instance instance) {
        instances.put(instance.id(), instance);
    }

    void put(SecurityGroup group) {
        groups.put(group.id(), group);
    }

    void put(Snapshot snapshot) {
        snapshots.put(snapshot.id(), snapshot);
    }

    /** A new id in AWS's form, the same in every run: {@code sg-} and 17 hex digits. */
    String nextId(String prefix) {
        made++;
        return derivedId(prefix, accountId, "made", Long.toString(made));
    }

    /** An id in AWS's form for what the parts name. */
    static String derivedId(String prefix, String... parts) {
        return prefix + "-" + Digest.ofParts(parts).hex().substring(0, 17);
    }
}
