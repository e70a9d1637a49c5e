package io.acso.edge.demo.account;

import io.acso.edge.demo.account.AccountState.Instance;
import io.acso.edge.demo.account.AccountState.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** EC2's calls about EBS snapshots, and the tagging of what is there. */
final class Ec2SnapshotCalls implements Service {

    private final Holdings holdings;

    Ec2SnapshotCalls(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "CreateSnapshots", this::createAll,
                "DescribeSnapshots", this::describe,
                "DeleteSnapshot", this::delete,
                "CreateTags", this::tag);
    }

    static Xml tagSet(Map<String, String> tags) {
        return Xml.items(
                "tagSet",
                tags.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(tag -> List.of(Xml.text("key", tag.getKey()), Xml.text("value", tag.getValue())))
                        .toList());
    }

    private List<Xml> createAll(QueryCall call) {
        Instance instance =
                Ec2InstanceCalls.instance(holdings, call, call.required("InstanceSpecification.InstanceId"));
        List<List<Xml>> made = new ArrayList<>();
        instance.volumes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .forEach(volume -> {
                    Snapshot snapshot = new Snapshot(
                            holdings.nextId("snap"),
                            call.region(),
                            volume,
                            call.optional("Description", ""),
                            call.tags());
                    holdings.put(snapshot);
                    made.add(shown(snapshot, "state"));
                });
        return List.of(Xml.items("snapshotSet", made));
    }

    private List<Xml> describe(QueryCall call) {
        Map<String, List<String>> filters = call.filters();
        return List.of(Xml.items(
                "snapshotSet",
                holdings.snapshots().values().stream()
                        .filter(snapshot -> snapshot.region().equals(call.region()))
                        .filter(snapshot -> filters.entrySet().stream().allMatch(filter -> matches(snapshot, filter)))
                        .map(snapshot -> shown(snapshot, "status"))
                        .toList()));
    }

    private List<Xml> delete(QueryCall call) {
        holdings.snapshots().remove(snapshot(call, call.required("SnapshotId")).id());
        return List.of(Xml.text("return", "true"));
    }

    private List<Xml> tag(QueryCall call) {
        for (String id : call.list("ResourceId")) {
            Snapshot old = snapshot(call, id);
            Map<String, String> tags = new LinkedHashMap<>(old.tags());
            call.structures("Tag")
                    .forEach(tag -> tags.put(call.required(tag + ".Key"), call.optional(tag + ".Value", "")));
            holdings.put(new Snapshot(old.id(), old.region(), old.volumeId(), old.description(), tags));
        }
        return List.of(Xml.text("return", "true"));
    }

    private Snapshot snapshot(QueryCall call, String id) {
        Snapshot snapshot = holdings.snapshots().get(id);
        if (snapshot == null || !snapshot.region().equals(call.region())) {
            throw new Refusal(400, "InvalidSnapshot.NotFound", "The snapshot '" + id + "' does not exist.");
        }
        return snapshot;
    }

    private static boolean matches(Snapshot snapshot, Map.Entry<String, List<String>> filter) {
        if (!filter.getKey().startsWith("tag:")) {
            throw new Refusal(400, "InvalidParameterValue", "The filter '" + filter.getKey() + "' is invalid");
        }
        String value = snapshot.tags().get(filter.getKey().substring("tag:".length()));
        return value != null && filter.getValue().contains(value);
    }

    private List<Xml> shown(Snapshot snapshot, String stateElement) {
        return List.of(
                Xml.text("snapshotId", snapshot.id()),
                Xml.text("volumeId", snapshot.volumeId()),
                Xml.text(stateElement, "completed"),
                Xml.text("progress", "100%"),
                Xml.text("ownerId", holdings.accountId()),
                Xml.text("description", snapshot.description()),
                tagSet(snapshot.tags()));
    }
}
