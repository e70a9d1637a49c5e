package io.acso.edge.demo.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What exists in the account at one moment.
 *
 * @param accountId twelve digits
 */
public record AccountState(
        String accountId,
        List<User> users,
        List<Role> roles,
        List<Instance> instances,
        List<SecurityGroup> securityGroups,
        List<Snapshot> snapshots) {

    /** An IAM user with access keys by id (true while active) and inline policies by name. */
    public record User(String name, Map<String, Boolean> accessKeys, Map<String, String> policies) {
        public User {
            accessKeys = Map.copyOf(accessKeys);
            policies = Map.copyOf(policies);
        }
    }

    /** An IAM role with inline policies by name. */
    public record Role(String name, Map<String, String> policies) {
        public Role {
            policies = Map.copyOf(policies);
        }
    }

    /**
     * An EC2 instance.
     *
     * @param state in EC2's words: {@code running}, {@code stopped}, {@code terminated}
     * @param securityGroups ids
     * @param volumes EBS volume ids by device name
     */
    public record Instance(
            String id,
            String region,
            String type,
            String vpcId,
            String state,
            List<String> securityGroups,
            Map<String, String> volumes) {
        public Instance {
            securityGroups = List.copyOf(securityGroups);
            volumes = Map.copyOf(volumes);
        }
    }

    /** A security group; rules are written {@code protocol:from-to:source}, {@code -1::0.0.0.0/0} for everything. */
    public record SecurityGroup(
            String id,
            String region,
            String vpcId,
            String name,
            List<String> ingress,
            List<String> egress,
            Map<String, String> tags) {
        public SecurityGroup {
            ingress = List.copyOf(ingress);
            egress = List.copyOf(egress);
            tags = Map.copyOf(tags);
        }
    }

    /** An EBS snapshot. */
    public record Snapshot(String id, String region, String volumeId, String description, Map<String, String> tags) {
        public Snapshot {
            tags = Map.copyOf(tags);
        }
    }

    public AccountState {
        users = List.copyOf(users);
        roles = List.copyOf(roles);
        instances = List.copyOf(instances);
        securityGroups = List.copyOf(securityGroups);
        snapshots = List.copyOf(snapshots);
    }

    /** An account in which nothing exists yet. */
    public static AccountState empty(String accountId) {
        return new AccountState(accountId, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public Optional<User> user(String name) {
        return users.stream().filter(user -> user.name().equals(name)).findFirst();
    }

    public Optional<Role> role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    public Optional<Instance> instance(String id) {
        return instances.stream().filter(instance -> instance.id().equals(id)).findFirst();
    }
}
