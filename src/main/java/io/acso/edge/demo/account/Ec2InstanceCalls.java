package io.acso.edge.demo.account;

import io.acso.edge.demo.account.AccountState.Instance;
import io.acso.edge.demo.account.AccountState.SecurityGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EC2's calls about instances. A state is reached at once: what takes minutes there takes none here. */
final class Ec2InstanceCalls implements Service {

    private static final Map<String, String> CODES =
            Map.of("pending", "0", "running", "16", "terminated", "48", "stopping", "64", "stopped", "80");

    private final Holdings holdings;

    Ec2InstanceCalls(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "DescribeInstances",
                this::describe,
                "ModifyInstanceAttribute",
                this::modify,
                "StopInstances",
                call -> turn(call, "running", "stopped"),
                "StartInstances",
                call -> turn(call, "stopped", "running"));
    }

    static Instance instance(Holdings holdings, QueryCall call, String id) {
        return Optional.ofNullable(holdings.instances().get(id))
                .filter(instance -> instance.region().equals(call.region()))
                .orElseThrow(() ->
                        new Refusal(400, "InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist"));
    }

    private List<Xml> describe(QueryCall call) {
        List<String> ids = call.list("InstanceId");
        List<Instance> found = ids.isEmpty()
                ? holdings.instances().values().stream()
                        .filter(instance -> instance.region().equals(call.region()))
                        .toList()
                : ids.stream().map(id -> instance(holdings, call, id)).toList();
        List<List<Xml>> reservations = found.stream()
                .map(instance -> List.of(
                        Xml.text("reservationId", Holdings.derivedId("r", instance.id())),
                        Xml.text("ownerId", holdings.accountId()),
                        Xml.items("instancesSet", List.of(shown(instance)))))
                .toList();
        return List.of(Xml.items("reservationSet", reservations));
    }

    private List<Xml> modify(QueryCall call) {
        Instance instance = instance(holdings, call, call.required("InstanceId"));
        List<String> groups = call.list("GroupId");
        if (groups.isEmpty()) {
            throw new Refusal(400, "UnsupportedOperation", "This stand-in changes only the groups of an instance");
        }
        for (String id : groups) {
            SecurityGroup group = Ec2GroupCalls.group(holdings, call, id);
            if (!group.vpcId().equals(instance.vpcId())) {
                throw new Refusal(
                        400, "InvalidGroup.NotFound", "The security group '" + id + "' does not exist in the VPC");
            }
        }
        holdings.put(new Instance(
                instance.id(),
                instance.region(),
                instance.type(),
                instance.vpcId(),
                instance.state(),
                groups,
                instance.volumes()));
        return List.of(Xml.text("return", "true"));
    }

    private List<Xml> turn(QueryCall call, String from, String to) {
        List<Instance> all = call.list("InstanceId").stream()
                .map(id -> instance(holdings, call, id))
                .toList();
        if (all.isEmpty()) {
            throw Refusal.missing("InstanceId");
        }
        for (Instance instance : all) {
            if (!instance.state().equals(from) && !instance.state().equals(to)) {
                throw new Refusal(
                        400,
                        "IncorrectInstanceState",
                        "The instance '" + instance.id() + "' is not in a state from which it can be " + to + ".");
            }
        }
        all.forEach(instance -> holdings.put(inState(instance, to)));
        return List.of(Xml.items(
                "instancesSet",
                all.stream()
                        .map(before -> List.of(
                                Xml.text("instanceId", before.id()),
                                state("currentState", to),
                                state("previousState", before.state())))
                        .toList()));
    }

    static Instance inState(Instance instance, String state) {
        return new Instance(
                instance.id(),
                instance.region(),
                instance.type(),
                instance.vpcId(),
                state,
                instance.securityGroups(),
                instance.volumes());
    }

    private List<Xml> shown(Instance instance) {
        Xml groups = Xml.items(
                "groupSet",
                instance.securityGroups().stream()
                        .map(id -> List.of(
                                Xml.text("groupId", id),
                                Xml.text(
                                        "groupName",
                                        Optional.ofNullable(holdings.groups().get(id))
                                                .map(SecurityGroup::name)
                                                .orElse(id))))
                        .toList());
        Xml devices = Xml.items(
                "blockDeviceMapping",
                instance.volumes().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(device -> List.of(
                                Xml.text("deviceName", device.getKey()),
                                Xml.of("ebs", Xml.text("volumeId", device.getValue()), Xml.text("status", "attached"))))
                        .toList());
        return List.of(
                Xml.text("instanceId", instance.id()),
                state("instanceState", instance.state()),
                Xml.text("instanceType", instance.type()),
                Xml.text("vpcId", instance.vpcId()),
                groups,
                devices);
    }

    private static Xml state(String element, String name) {
        return Xml.of(element, Xml.text("code", CODES.getOrDefault(name, "0")), Xml.text("name", name));
    }
}
