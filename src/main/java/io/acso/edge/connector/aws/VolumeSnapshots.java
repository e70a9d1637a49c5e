package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.RepeatSafety;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSnapshotResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotInfo;
import software.amazon.awssdk.services.ec2.model.SnapshotState;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Takes snapshots of all EBS volumes of an instance at one moment (argument {@code incident}), or deletes those that
 * one such action took (argument {@code of}, its hash). They are found by a tag whose look-up lags behind, so a repeat
 * after a crash is checked first, and the request itself is never sent twice.
 */
final class VolumeSnapshots implements Measure {

    static final String SNAPSHOT = "aws.ec2.snapshot-volumes";
    static final String DELETE = "aws.ec2.delete-snapshots";

    private final ContainmentClients clients;

    VolumeSnapshots(ContainmentClients clients) {
        this.clients = clients;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SNAPSHOT, DELETE);
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return action.kind().equals(SNAPSHOT) ? RepeatSafety.CHECKABLE : RepeatSafety.NATURAL;
    }

    @Override
    public DryRun dryRun(Action action) {
        Ec2Instance instance = Ec2Instance.of(action);
        if (action.kind().equals(DELETE)) {
            List<Snapshot> there = found(action, instance);
            return new DryRun(action, Call.texts(deletions(instance, there)), 1, null, deletes(instance, there));
        }
        Set<String> volumes = volumes(instance);
        Action inverse = new Action(DELETE, action.target(), Map.of("of", mark(action)));
        String summary = "All %d EBS volumes of %s are snapshot at one moment: %s."
                .formatted(volumes.size(), instance, String.join(", ", volumes));
        return new DryRun(action, List.of(create(action, instance).text()), 1, inverse, summary);
    }

    @Override
    public Map<String, String> carryOut(Authorized authorized, Attempt attempt) {
        Action action = authorized.action();
        Ec2Instance instance = Ec2Instance.of(action);
        List<Snapshot> there = found(action, instance);
        if (action.kind().equals(DELETE)) {
            deletions(instance, there).forEach(attempt::send);
            return Map.of("deleted", ids(there));
        }
        return Map.of(
                "snapshotIds",
                there.isEmpty()
                        ? attempt.send(create(action, instance)).snapshots().stream()
                                .map(SnapshotInfo::snapshotId)
                                .collect(Collectors.joining(","))
                        : ids(there));
    }

    @Override
    public Check check(Action action) {
        Ec2Instance instance = Ec2Instance.of(action);
        List<Snapshot> there = found(action, instance);
        boolean inPlace = action.kind().equals(DELETE)
                ? there.isEmpty()
                : !there.isEmpty() && there.stream().noneMatch(one -> one.state() == SnapshotState.ERROR);
        return new Check(
                inPlace ? Check.Verdict.IN_PLACE : Check.Verdict.NOT_IN_PLACE,
                there.isEmpty()
                        ? "no snapshots of this action"
                        : there.stream()
                                .map(one -> "%s of %s is %s".formatted(one.snapshotId(), one.volumeId(), one.state()))
                                .collect(Collectors.joining(", ")));
    }

    private List<Snapshot> found(Action action, Ec2Instance instance) {
        return TaggedSnapshots.find(clients.ec2(instance.region()), mark(action));
    }

    private static String mark(Action action) {
        return action.kind().equals(SNAPSHOT)
                ? TaggedSnapshots.mark(action)
                : TaggedSnapshots.requireMark(Aws.argument(action, "of"));
    }

    private Set<String> volumes(Ec2Instance instance) {
        Set<String> volumes = new TreeSet<>();
        instance.describe(clients.ec2(instance.region())).blockDeviceMappings().stream()
                .filter(device -> device.ebs() != null)
                .forEach(device -> volumes.add(device.ebs().volumeId()));
        if (volumes.isEmpty()) {
            throw new ActionInvalid(instance + " has no EBS volume to snapshot");
        }
        return volumes;
    }

    private Call<CreateSnapshotsRequest, CreateSnapshotsResponse> create(Action action, Ec2Instance instance) {
        String incident = Aws.argument(action, "incident");
        CreateSnapshotsRequest request = CreateSnapshotsRequest.builder()
                .description("ACSO evidence of " + incident)
                .instanceSpecification(spec -> spec.instanceId(instance.id()))
                .tagSpecifications(tags -> tags.resourceType(ResourceType.SNAPSHOT)
                        .tags(tag("acso:incident", incident), tag(TaggedSnapshots.TAG, mark(action))))
                .build();
        return new Call<>("ec2", request, clients.ec2Once(instance.region())::createSnapshots);
    }

    private List<Call<DeleteSnapshotRequest, DeleteSnapshotResponse>> deletions(
            Ec2Instance instance, List<Snapshot> snapshots) {
        Ec2Client ec2 = clients.ec2(instance.region());
        return snapshots.stream()
                .map(one -> DeleteSnapshotRequest.builder()
                        .snapshotId(one.snapshotId())
                        .build())
                .map(request -> new Call<>("ec2", request, ec2::deleteSnapshot))
                .toList();
    }

    private static String deletes(Ec2Instance instance, List<Snapshot> there) {
        return there.isEmpty()
                ? "There are no snapshots of " + instance + " to delete."
                : "%d snapshots of %s are deleted for good.".formatted(there.size(), instance);
    }

    private static String ids(List<Snapshot> snapshots) {
        return snapshots.stream().map(Snapshot::snapshotId).collect(Collectors.joining(","));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
