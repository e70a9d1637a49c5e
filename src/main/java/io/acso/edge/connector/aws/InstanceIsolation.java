package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.RepeatSafety;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/**
 * Moves an instance into its VPC's quarantine group, or back into the groups of the argument {@code groups} (ids with
 * commas). Connections that are already tracked may live on until they idle out.
 */
final class InstanceIsolation implements Measure {

    static final String QUARANTINE = "aws.ec2.quarantine-instance";
    static final String RESTORE = "aws.ec2.restore-security-groups";

    private final ContainmentClients clients;
    private final String groupName;

    InstanceIsolation(ContainmentClients clients, String groupName) {
        this.clients = clients;
        this.groupName = groupName;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(QUARANTINE, RESTORE);
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return RepeatSafety.NATURAL;
    }

    @Override
    public DryRun dryRun(Action action) {
        Ec2Instance instance = Ec2Instance.of(action);
        Ec2Client ec2 = clients.ec2(instance.region());
        Instance now = described(instance, ec2);
        if (action.kind().equals(RESTORE)) {
            Set<String> wanted = wanted(action);
            String summary = "%s moves from the security groups %s to %s."
                    .formatted(instance, names(groups(now)), names(wanted));
            Action inverse = new Action(QUARANTINE, action.target(), Map.of());
            return new DryRun(action, List.of(modify(ec2, instance, wanted).text()), 1, inverse, summary);
        }
        QuarantineGroup quarantine = quarantine(ec2, now);
        Optional<SecurityGroup> found = quarantine.find();
        String group = QuarantineGroup.idOf(found);
        List<String> calls = new ArrayList<>(quarantine.preparation(found));
        calls.add(modify(ec2, instance, Set.of(group)).text());
        return new DryRun(action, calls, 1, undo(action, now, group), summary(instance, now, group));
    }

    @Override
    public Map<String, String> carryOut(Authorized authorized, Attempt attempt) {
        Action action = authorized.action();
        Ec2Instance instance = Ec2Instance.of(action);
        Ec2Client ec2 = clients.ec2(instance.region());
        Instance now = described(instance, ec2);
        Set<String> wanted = action.kind().equals(RESTORE)
                ? wanted(action)
                : Set.of(quarantine(ec2, now).ready(attempt));
        attempt.send(modify(ec2, instance, wanted));
        return Map.of("groups", String.join(",", wanted), "groupsBefore", String.join(",", groups(now)));
    }

    @Override
    public Check check(Action action) {
        Ec2Instance instance = Ec2Instance.of(action);
        Ec2Client ec2 = clients.ec2(instance.region());
        Instance now = described(instance, ec2);
        boolean inPlace = action.kind().equals(RESTORE)
                ? groups(now).equals(wanted(action))
                : isQuarantined(now, quarantine(ec2, now).find());
        return new Check(
                inPlace ? Check.Verdict.IN_PLACE : Check.Verdict.NOT_IN_PLACE,
                "%s is in the security groups %s".formatted(instance, names(groups(now))));
    }

    private static boolean isQuarantined(Instance now, Optional<SecurityGroup> group) {
        return group.filter(QuarantineGroup::isSealed)
                .map(shut -> groups(now).equals(Set.of(shut.groupId())))
                .orElse(false);
    }

    /** Null when the instance is in quarantine already: the groups from before are not known any more. */
    private static @Nullable Action undo(Action action, Instance now, String group) {
        return groups(now).equals(Set.of(group))
                ? null
                : new Action(RESTORE, action.target(), Map.of("groups", String.join(",", groups(now))));
    }

    private String summary(Ec2Instance instance, Instance now, String group) {
        return "%s leaves the security groups %s for %s (%s), which lets nothing in and nothing out."
                .formatted(instance, names(groups(now)), groupName, group);
    }

    private static Instance described(Ec2Instance instance, Ec2Client ec2) {
        Instance now = instance.describe(ec2);
        if (now.networkInterfaces().size() > 1) {
            throw new ActionInvalid("%s has %d network interfaces, and EC2 changes groups by instance only where there"
                            .formatted(instance, now.networkInterfaces().size())
                    + " is one: isolate it by hand");
        }
        return now;
    }

    private QuarantineGroup quarantine(Ec2Client ec2, Instance now) {
        return new QuarantineGroup(ec2, groupName, now.vpcId());
    }

    private static Call<ModifyInstanceAttributeRequest, ModifyInstanceAttributeResponse> modify(
            Ec2Client ec2, Ec2Instance instance, Collection<String> groups) {
        ModifyInstanceAttributeRequest request = ModifyInstanceAttributeRequest.builder()
                .instanceId(instance.id())
                .groups(groups)
                .build();
        return new Call<>("ec2", request, ec2::modifyInstanceAttribute);
    }

    private static Set<String> groups(Instance instance) {
        Set<String> ids = new TreeSet<>();
        instance.securityGroups().stream().map(GroupIdentifier::groupId).forEach(ids::add);
        return ids;
    }

    private static Set<String> wanted(Action action) {
        return new TreeSet<>(
                Arrays.asList(Aws.argument(action, "groups").strip().split("\\s*,\\s*")));
    }

    private static String names(Set<String> groups) {
        return String.join(", ", groups);
    }
}
