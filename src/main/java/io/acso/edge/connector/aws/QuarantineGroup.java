package io.acso.edge.connector.aws;

import io.acso.core.autonomy.ActionInvalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The security group of a VPC that lets nothing in and nothing out. Made when it is first needed. */
final class QuarantineGroup {

    /** Stands in a dry run for the id that the group will get. */
    private static final String TO_COME = "(id of the new group)";

    /** What EC2 gives every new group. */
    private static final IpPermission DEFAULT_EGRESS = IpPermission.builder()
            .ipProtocol("-1")
            .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
            .build();

    private final Ec2Client ec2;
    private final String name;
    private final String vpc;

    QuarantineGroup(Ec2Client ec2, String name, String vpc) {
        this.ec2 = ec2;
        this.name = name;
        this.vpc = vpc;
    }

    /** @throws ActionInvalid when the group lets something in, so that it isolates nothing */
    Optional<SecurityGroup> find() {
        Optional<SecurityGroup> found = ec2
                .describeSecurityGroups(request -> request.filters(filter("group-name", name), filter("vpc-id", vpc)))
                .securityGroups()
                .stream()
                .findFirst();
        if (found.isPresent() && !found.get().ipPermissions().isEmpty()) {
            throw new ActionInvalid("security group %s (%s) in %s lets traffic in, so it isolates nothing: remove its"
                            .formatted(name, found.get().groupId(), vpc)
                    + " ingress rules, or set acso.aws.quarantine-group to another name");
        }
        return found;
    }

    /** The texts of what {@link #ready} would send. */
    List<String> preparation(Optional<SecurityGroup> found) {
        if (found.isPresent()) {
            return found.get().ipPermissionsEgress().isEmpty()
                    ? List.of()
                    : List.of(revoke(found.get().groupId(), found.get().ipPermissionsEgress())
                            .text());
        }
        List<String> texts = new ArrayList<>();
        texts.add(create().text());
        texts.add(revoke(TO_COME, List.of(DEFAULT_EGRESS)).text());
        return texts;
    }

    static String idOf(Optional<SecurityGroup> found) {
        return found.map(SecurityGroup::groupId).orElse(TO_COME);
    }

    /** The group's id, once it exists and lets nothing out. */
    String ready(Attempt attempt) {
        Optional<SecurityGroup> found = find();
        String id = found.isPresent()
                ? found.get().groupId()
                : attempt.send(create()).groupId();
        List<IpPermission> egress = found.isPresent() ? found.get().ipPermissionsEgress() : egress(id);
        if (!egress.isEmpty()) {
            attempt.send(revoke(id, egress));
        }
        return id;
    }

    static boolean isSealed(SecurityGroup group) {
        return group.ipPermissions().isEmpty() && group.ipPermissionsEgress().isEmpty();
    }

    private List<IpPermission> egress(String id) {
        return ec2.describeSecurityGroups(request -> request.groupIds(id)).securityGroups().stream()
                .flatMap(group -> group.ipPermissionsEgress().stream())
                .toList();
    }

    private Call<CreateSecurityGroupRequest, CreateSecurityGroupResponse> create() {
        CreateSecurityGroupRequest request = CreateSecurityGroupRequest.builder()
                .groupName(name)
                .description("ACSO quarantine: no traffic in, none out")
                .vpcId(vpc)
                .tagSpecifications(tags -> tags.resourceType(ResourceType.SECURITY_GROUP)
                        .tags(Tag.builder()
                                .key("acso:purpose")
                                .value("quarantine")
                                .build()))
                .build();
        return new Call<>("ec2", request, ec2::createSecurityGroup);
    }

    private Call<?, ?> revoke(String id, List<IpPermission> egress) {
        RevokeSecurityGroupEgressRequest request = RevokeSecurityGroupEgressRequest.builder()
                .groupId(id)
                .ipPermissions(egress)
                .build();
        return new Call<>("ec2", request, ec2::revokeSecurityGroupEgress);
    }

    private static Filter filter(String filterName, String value) {
        return Filter.builder().name(filterName).values(value).build();
    }
}
