package io.acso.edge.demo.account;

import io.acso.edge.demo.account.AccountState.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EC2's calls about security groups. */
final class Ec2GroupCalls implements Service {

    private final Holdings holdings;

    Ec2GroupCalls(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "DescribeSecurityGroups", this::describe,
                "CreateSecurityGroup", this::create,
                "RevokeSecurityGroupEgress", this::revokeEgress);
    }

    static SecurityGroup group(Holdings holdings, QueryCall call, String id) {
        return Optional.ofNullable(holdings.groups().get(id))
                .filter(group -> group.region().equals(call.region()))
                .orElseThrow(() ->
                        new Refusal(400, "InvalidGroup.NotFound", "The security group '" + id + "' does not exist"));
    }

    private List<Xml> describe(QueryCall call) {
        List<String> ids = call.list("GroupId");
        ids.forEach(id -> group(holdings, call, id));
        Map<String, List<String>> filters = call.filters();
        List<List<Xml>> found = holdings.groups().values().stream()
                .filter(group -> group.region().equals(call.region()))
                .filter(group -> ids.isEmpty() || ids.contains(group.id()))
                .filter(group -> filters.entrySet().stream().allMatch(filter -> matches(group, filter)))
                .map(this::shown)
                .toList();
        return List.of(Xml.items("securityGroupInfo", found));
    }

    private List<Xml> create(QueryCall call) {
        String name = call.required("GroupName");
        String vpc = call.required("VpcId");
        call.required("GroupDescription");
        boolean exists = holdings.groups().values().stream()
                .anyMatch(group -> group.vpcId().equals(vpc) && group.name().equals(name));
        if (exists) {
            throw new Refusal(
                    400,
                    "InvalidGroup.Duplicate",
                    "The security group '" + name + "' already exists for VPC '" + vpc + "'");
        }
        SecurityGroup group = new SecurityGroup(
                holdings.nextId("sg"), call.region(), vpc, name, List.of(), List.of(Holdings.ALL_TRAFFIC), call.tags());
        holdings.put(group);
        return List.of(Xml.text("return", "true"), Xml.text("groupId", group.id()));
    }

    private List<Xml> revokeEgress(QueryCall call) {
        SecurityGroup group = group(holdings, call, call.required("GroupId"));
        List<String> left = new ArrayList<>(group.egress());
        for (String rule : rules(call)) {
            if (!left.remove(rule)) {
                throw new Refusal(
                        400, "InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
            }
        }
        holdings.put(new SecurityGroup(
                group.id(), group.region(), group.vpcId(), group.name(), group.ingress(), left, group.tags()));
        return List.of(Xml.text("return", "true"));
    }

    private static List<String> rules(QueryCall call) {
        List<String> rules = new ArrayList<>();
        for (String permission : call.structures("IpPermissions")) {
            String ports = call.optional(permission + ".FromPort", "");
            if (!ports.isEmpty()) {
                ports += "-" + call.optional(permission + ".ToPort", ports);
            }
            for (String range : call.structures(permission + ".IpRanges")) {
                rules.add(call.required(permission + ".IpProtocol") + ":" + ports + ":"
                        + call.required(range + ".CidrIp"));
            }
        }
        return rules;
    }

    private static boolean matches(SecurityGroup group, Map.Entry<String, List<String>> filter) {
        String value = switch (filter.getKey()) {
            case "group-name" -> group.name();
            case "vpc-id" -> group.vpcId();
            case "group-id" -> group.id();
            default ->
                throw new Refusal(400, "InvalidParameterValue", "The filter '" + filter.getKey() + "' is invalid");
        };
        return filter.getValue().contains(value);
    }

    private List<Xml> shown(SecurityGroup group) {
        return List.of(
                Xml.text("ownerId", holdings.accountId()),
                Xml.text("groupId", group.id()),
                Xml.text("groupName", group.name()),
                Xml.text("groupDescription", group.name()),
                Xml.text("vpcId", group.vpcId()),
                permissions("ipPermissions", group.ingress()),
                permissions("ipPermissionsEgress", group.egress()),
                Ec2SnapshotCalls.tagSet(group.tags()));
    }

    private static Xml permissions(String element, List<String> rules) {
        return Xml.items(element, rules.stream().map(Ec2GroupCalls::permission).toList());
    }

    private static List<Xml> permission(String rule) {
        String[] parts = rule.split(":", 3);
        List<Xml> shown = new ArrayList<>();
        shown.add(Xml.text("ipProtocol", parts[0]));
        if (!parts[1].isEmpty()) {
            shown.add(Xml.text("fromPort", parts[1].split("-", 2)[0]));
            shown.add(Xml.text("toPort", parts[1].split("-", 2)[1]));
        }
        shown.add(Xml.items("ipRanges", List.of(List.of(Xml.text("cidrIp", parts[2])))));
        return shown;
    }
}
