package io.acso.edge.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.core.autonomy.Target;
import io.acso.core.autonomy.TestAuthorization;
import io.acso.domain.kernel.Json;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;

/** What every action on AWS keeps to, whoever answers as AWS. */
abstract class AwsActuatorContract {

    private static final Map<String, String> INCIDENT = Map.of("incident", "inc-1");

    private AwsAccount.Fixture fixture;
    private ContainmentClients clients;
    private List<Actuator> actuators;

    abstract AwsAccount account();

    @BeforeEach
    void seed() {
        AwsAccount account = account();
        fixture = account.seed();
        AwsSettings settings = AwsSettings.loopback(account.endpoint(), fixture.account());
        clients = new ContainmentClients(new AwsClients(settings));
        actuators = AwsActuators.create(
                new AwsClients(settings), ContainmentSettings.standard(), InstantSource.fixed(TestAuthorization.NOW));
    }

    @Test
    void an_access_key_is_deactivated_and_activated_again() {
        Action action = new Action(
                "aws.iam.deactivate-access-key", target("aws:iam:access-key", fixture.accessKey()), Map.of());
        DryRun dryRun = roundTrip(action);
        assertThat(dryRun.calls())
                .containsExactly(
                        "iam:UpdateAccessKey {\"UserName\":\"%s\",\"AccessKeyId\":\"%s\",\"Status\":\"Inactive\"}"
                                .formatted(fixture.user(), fixture.accessKey()));
    }

    @Test
    void a_key_that_was_inactive_before_is_not_activated_by_undoing() {
        Action action = new Action(
                "aws.iam.deactivate-access-key", target("aws:iam:access-key", fixture.accessKey()), Map.of());
        done(action);
        assertThat(dryRun(action).inverse()).isNull();
    }

    @Test
    void a_user_is_denied_everything_and_released() {
        DryRun dryRun =
                roundTrip(new Action("aws.iam.attach-deny-all", target("aws:iam:user", fixture.userArn()), INCIDENT));
        assertThat(dryRun.calls()).singleElement().asString().startsWith("iam:PutUserPolicy {\"UserName\":\"");
    }

    @Test
    void a_role_is_denied_everything_and_released() {
        DryRun dryRun =
                roundTrip(new Action("aws.iam.attach-deny-all", target("aws:iam:role", fixture.roleArn()), INCIDENT));
        assertThat(dryRun.calls())
                .singleElement()
                .asString()
                .startsWith("iam:PutRolePolicy {\"RoleName\":\"")
                .contains("\\\"Effect\\\":\\\"Deny\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"");
    }

    @Test
    void sessions_of_a_role_are_revoked_up_to_an_instant_and_restored() {
        DryRun dryRun = roundTrip(revoke("aws:iam:role", fixture.roleArn(), "2026-05-04T10:15:29.5Z"));
        assertThat(dryRun.calls())
                .singleElement()
                .asString()
                .contains("{\\\"DateLessThan\\\":{\\\"aws:TokenIssueTime\\\":\\\"2026-05-04T10:15:30Z\\\"}}");
    }

    @Test
    void sessions_of_a_user_are_revoked_and_restored() {
        roundTrip(revoke("aws:iam:user", fixture.userArn(), "2026-05-04T10:15:30Z"));
    }

    @Test
    void another_policy_of_the_same_name_is_left_alone() {
        Action action = new Action("aws.iam.attach-deny-all", target("aws:iam:role", fixture.roleArn()), INCIDENT);
        String name = new DenyAll().policyName(action);
        String foreign = "{\"Version\":\"2012-10-17\",\"Statement\":"
                + "[{\"Effect\":\"Allow\",\"Action\":\"s3:ListBucket\",\"Resource\":\"*\"}]}";
        clients.iam()
                .putRolePolicy(policy ->
                        policy.roleName(fixture.role()).policyName(name).policyDocument(foreign));

        assertThatThrownBy(() -> dryRun(action))
                .isInstanceOf(ActionInvalid.class)
                .hasMessageContaining("another content");
        assertThat(carryOut(action))
                .isInstanceOfSatisfying(
                        Effect.Failed.class,
                        failed -> assertThat(failed.retryable()).isFalse());
        assertThat(carryOut(new Action("aws.iam.detach-deny-all", action.target(), INCIDENT)))
                .isInstanceOf(Effect.Failed.class);
        assertThat(clients.iam()
                        .getRolePolicy(policy -> policy.roleName(fixture.role()).policyName(name))
                        .policyDocument())
                .contains("ListBucket");
    }

    @Test
    void an_instance_is_quarantined_and_returns_to_its_groups() {
        DryRun dryRun = roundTrip(new Action("aws.ec2.quarantine-instance", instance(), Map.of()));
        assertThat(dryRun.calls())
                .extracting(call -> call.substring(0, call.indexOf(' ')))
                .containsExactly(
                        "ec2:CreateSecurityGroup", "ec2:RevokeSecurityGroupEgress", "ec2:ModifyInstanceAttribute");
        assertThat(dryRun.inverse().arguments()).containsEntry("groups", String.join(",", fixture.groups()));
    }

    @Test
    void the_quarantine_lets_nothing_in_and_nothing_out_and_is_made_once() {
        Action action = new Action("aws.ec2.quarantine-instance", instance(), Map.of());
        done(action);
        done(action);
        var groups = clients.ec2(fixture.region())
                .describeSecurityGroups(request -> request.filters(
                        Filter.builder()
                                .name("group-name")
                                .values("acso-quarantine")
                                .build(),
                        Filter.builder()
                                .name("vpc-id")
                                .values(described().vpcId())
                                .build()))
                .securityGroups();
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.ipPermissions()).isEmpty();
            assertThat(group.ipPermissionsEgress()).isEmpty();
        });
        assertThat(dryRun(action).inverse())
                .as("the groups from before are not known any more")
                .isNull();
    }

    @Test
    void all_volumes_are_snapshot_and_the_snapshots_deleted() {
        DryRun dryRun = roundTrip(new Action("aws.ec2.snapshot-volumes", instance(), INCIDENT));
        assertThat(dryRun.calls())
                .singleElement()
                .asString()
                .startsWith("ec2:CreateSnapshots ")
                .contains("\"acso:incident\"", "inc-1");
    }

    @Test
    void a_repeated_snapshot_takes_no_second_one() {
        Action action = new Action("aws.ec2.snapshot-volumes", instance(), INCIDENT);
        assertThat(done(action)).isEqualTo(done(action));
        assertThat(actuator(action).repeatSafety(action)).isEqualTo(RepeatSafety.CHECKABLE);
    }

    @Test
    void an_instance_is_stopped_and_started() {
        DryRun dryRun = roundTrip(new Action("aws.ec2.stop-instance", instance(), Map.of()));
        assertThat(dryRun.calls())
                .containsExactly("ec2:StopInstances {\"InstanceIds\":[\"" + fixture.instance() + "\"]}");
    }

    @Test
    void what_is_not_there_fails_for_good_and_says_so() {
        Target absent = target("aws:ec2:instance", fixture.region() + "/i-0123456789abcdef0");
        assertThat(carryOut(new Action("aws.ec2.stop-instance", absent, Map.of())))
                .isInstanceOfSatisfying(Effect.Failed.class, failed -> {
                    assertThat(failed.retryable()).isFalse();
                    assertThat(failed.why()).contains("does not know the target");
                });
        Target nobody = target("aws:iam:user", "arn:aws:iam::" + fixture.account() + ":user/nobody-at-all");
        assertThatThrownBy(() -> dryRun(new Action("aws.iam.attach-deny-all", nobody, INCIDENT)))
                .isInstanceOf(ActionInvalid.class)
                .hasMessageContaining("does not know the target");
    }

    /** Dry run changes nothing; it takes; a repeat is harmless; the inverse leaves all as it was. */
    private DryRun roundTrip(Action action) {
        String before = seen();
        DryRun dryRun = dryRun(action);
        assertThat(seen()).as("a dry run changes nothing").isEqualTo(before);
        assertThat(verdict(action)).isEqualTo(Verdict.NOT_IN_PLACE);

        done(action);
        assertThat(verdict(action)).isEqualTo(Verdict.IN_PLACE);
        String after = seen();
        assertThat(after).isNotEqualTo(before);
        done(action);
        assertThat(seen()).as("a repeat changes nothing").isEqualTo(after);

        Action inverse = dryRun.inverse();
        assertThat(inverse).isNotNull();
        assertThat(verdict(inverse)).isEqualTo(Verdict.NOT_IN_PLACE);
        assertThat(dryRun(inverse).calls()).isNotEmpty();
        done(inverse);
        assertThat(seen()).as("the inverse restores what was").isEqualTo(before);
        assertThat(verdict(action)).isEqualTo(Verdict.NOT_IN_PLACE);
        assertThat(verdict(inverse)).isEqualTo(Verdict.IN_PLACE);
        done(inverse);
        assertThat(seen()).as("a repeated inverse changes nothing").isEqualTo(before);
        return dryRun;
    }

    /** All that the actions touch, read by the SDK. */
    private String seen() {
        List<Object> seen = new ArrayList<>();
        clients.iam()
                .listAccessKeys(request -> request.userName(fixture.user()))
                .accessKeyMetadata()
                .forEach(key -> seen.add(List.of(key.accessKeyId(), key.statusAsString())));
        seen.add(clients.iam()
                .listUserPolicies(request -> request.userName(fixture.user()))
                .policyNames());
        seen.add(clients.iam()
                .listRolePolicies(request -> request.roleName(fixture.role()))
                .policyNames());
        Instance instance = described();
        seen.add(instance.securityGroups().stream()
                .map(group -> group.groupId())
                .sorted()
                .toList());
        seen.add(instance.state().nameAsString());
        seen.add(instance.blockDeviceMappings().stream()
                .map(device -> device.ebs().volumeId())
                .toList());
        seen.add(clients
                .ec2(fixture.region())
                .describeSnapshots(request -> request.ownerIds("self")
                        .filters(Filter.builder()
                                .name("tag:acso:incident")
                                .values("inc-1")
                                .build()))
                .snapshots()
                .stream()
                .filter(snapshot -> instance.blockDeviceMappings().stream()
                        .anyMatch(device -> device.ebs().volumeId().equals(snapshot.volumeId())))
                .map(snapshot -> snapshot.snapshotId())
                .sorted()
                .toList());
        return Json.text(seen);
    }

    private Instance described() {
        return clients.ec2(fixture.region())
                .describeInstances(request -> request.instanceIds(fixture.instance()))
                .reservations()
                .getFirst()
                .instances()
                .getFirst();
    }

    private Action revoke(String type, String arn, String issuedBefore) {
        return new Action(
                "aws.iam.revoke-sessions",
                target(type, arn),
                Map.of("incident", "inc-1", "issuedBefore", issuedBefore));
    }

    private Target instance() {
        return target("aws:ec2:instance", fixture.region() + "/" + fixture.instance());
    }

    private Target target(String type, String id) {
        return new Target(type, fixture.scope(), id);
    }

    private Map<String, String> done(Action action) {
        Effect effect = carryOut(action);
        assertThat(effect).isInstanceOf(Effect.Done.class);
        return ((Effect.Done) effect).details();
    }

    private Effect carryOut(Action action) {
        return actuator(action).carryOut(TestAuthorization.of(action));
    }

    private DryRun dryRun(Action action) {
        return actuator(action).dryRun(action);
    }

    private Verdict verdict(Action action) {
        return actuator(action).check(action).verdict();
    }

    private Actuator actuator(Action action) {
        return actuators.stream()
                .filter(one -> one.kinds().contains(action.kind()))
                .findFirst()
                .orElseThrow();
    }
}
