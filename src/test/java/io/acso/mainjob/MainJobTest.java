package io.acso.mainjob;

import static io.acso.testsupport.CloudTrailRecords.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.ActionResult.Came;
import io.acso.core.autonomy.Approval;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.edge.connector.aws.AwsActuators;
import io.acso.edge.connector.aws.ContainmentSettings;
import io.acso.edge.demo.account.AccountState;
import io.acso.edge.demo.account.StandInAccount;
import io.acso.edge.ingest.Receipt;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import io.acso.testsupport.CloudTrailRecords;
import io.acso.testsupport.CloudTrailRecords.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** An attack comes in, a contained incident comes out; what is not an attack leaves no trace. */
class MainJobTest {

    private static final String NAT = "198.51.100.10";
    private static final String KEY = "AKIAEXAMPLE0BUILD001";

    @TempDir
    Path directory;

    private StandInAccount account;
    private EmbeddedJob job;

    @BeforeEach
    void start() {
        account =
                StandInAccount.start(new AccountState(ACCOUNT, List.of(), List.of(), List.of(), List.of(), List.of()));
        job = EmbeddedJob.start(
                directory,
                Map.of(),
                List.of(),
                AwsActuators.create(
                        new AwsClients(AwsSettings.loopback(account.endpoint(), ACCOUNT)),
                        ContainmentSettings.standard(),
                        Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        job.close();
        account.close();
    }

    @Test
    void aMiningAttackEndsContainedWithEvidenceAndReport() {
        play(attack(true));
        Approval approval = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> job.pending().stream()
                                .filter(pending -> pending.plan().actions().stream()
                                        .anyMatch(planned ->
                                                planned.action().kind().equals("aws.ec2.stop-instance")))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);

        assertThat(account.mutations())
                .as("nothing happens before the approval")
                .isZero();
        job.answer(approval, true);

        Incident incident = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> job.incidents().getFirst(),
                        found -> !found.isOpen() || found.status() == Incident.Status.ON_HOLD);
        assertThat(job.incidents()).hasSize(1);
        assertThat(incident.status()).isEqualTo(Incident.Status.RESOLVED);
        assertThat(incident.contained()).isNotNull();
        assertThat(incident.rating().severity()).isEqualTo(Severity.CRITICAL);
        List<ActionResult> actions = job.casebook().actions(approval.executionId());
        assertThat(actions).isNotEmpty().allMatch(action -> action.outcome() == Came.CARRIED_OUT);
        assertThat(job.casebook().evidence(incident.id())).hasSize(3);
        assertThat(job.casebook().report(incident.id())).isPresent();
    }

    @Test
    void without_the_mining_it_is_less_grave_and_no_instance_is_touched() {
        play(attack(false));
        Approval approval = await().atMost(Duration.ofSeconds(20))
                .until(() -> job.pending().stream().findFirst().orElse(null), found -> found != null);
        job.answer(approval, true);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> job.incidents().getFirst().status() == Incident.Status.RESOLVED);

        Incident incident = job.incidents().getFirst();
        assertThat(incident.rating().contributions())
                .noneMatch(part -> part.what().equals("damage"));
        assertThat(job.casebook()
                        .execution(approval.executionId())
                        .orElseThrow()
                        .value()
                        .playbookName())
                .isEqualTo("Contain a compromised AWS identity");
        assertThat(job.casebook().actions(approval.executionId()))
                .isNotEmpty()
                .extracting(result -> result.action().kind())
                .noneMatch(kind -> kind.startsWith("aws.ec2."));
    }

    @Test
    void neighbours_behind_the_same_address_are_not_contained() {
        CloudTrailRecords records = attack(false);
        Caller thief = CloudTrailRecords.user("build-deployer", KEY, NAT);
        Caller bystander = CloudTrailRecords.user("dana", "AKIAEXAMPLE0DANA0001", NAT);
        records.call(thief, "iam", "ListRoles").call(bystander, "iam", "ListUsers");
        play(records);
        Approval approval = await().atMost(Duration.ofSeconds(20))
                .until(() -> job.pending().stream().findFirst().orElse(null), found -> found != null);
        assertThat(approval.plan().actions())
                .isNotEmpty()
                .noneMatch(planned -> planned.action().target().id().contains("dana")
                        || planned.action().target().id().contains("DANA"));
        assertThat(approval.plan().actions())
                .as("the key that the thief made for another user is its own")
                .anyMatch(planned -> planned.action().target().id().equals("AKIAEXAMPLE0BACKUP01"));
    }

    @Test
    void benign_traffic_alone_is_no_incident_and_the_same_again_changes_nothing() throws IOException {
        String benign = Files.readString(Path.of("src/main/resources/demo/benign.ndjson"));
        Receipt first = job.send(benign);
        Receipt again = job.send(benign);
        assertThat(first.accepted()).isEqualTo(200);
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicates()).isEqualTo(first.accepted());
        await().atMost(Duration.ofSeconds(20)).until(job::quiet);
        assertThat(job.incidents()).isEmpty();
    }

    @Test
    void the_same_attack_sent_twice_is_one_incident_with_the_same_findings() {
        CloudTrailRecords records = attack(false);
        play(records);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> job.pending().stream().findFirst().orElse(null), found -> found != null);
        Incident before = job.incidents().getFirst();
        job.send(records.ndjson());
        await().atMost(Duration.ofSeconds(20)).until(job::quiet);
        assertThat(job.incidents())
                .singleElement()
                .satisfies(after -> assertThat(after.picture()).isEqualTo(before.picture()));
        assertThat(job.casebook().approvals(10, null).items()).hasSize(1);
    }

    @Test
    void an_account_that_is_not_listed_is_never_touched() {
        job.close();
        job = EmbeddedJob.start(
                directory.resolve("other"),
                Map.of(),
                List.of(),
                AwsActuators.create(
                        new AwsClients(AwsSettings.loopback(account.endpoint(), "999988887777")),
                        ContainmentSettings.standard(),
                        Clock.systemUTC()));
        play(attack(true));
        Incident incident = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> job.incidents().stream().findFirst().orElse(null),
                        found -> found != null && found.status() == Incident.Status.ON_HOLD);
        assertThat(account.mutations()).isZero();
        assertThat(job.executions())
                .flatExtracting(run -> job.casebook().leftOut(run.id()))
                .isNotEmpty()
                .allSatisfy(action -> assertThat(action.why()).contains("acso.aws.accounts"));
        assertThat(incident.contained()).isNull();
    }

    private void play(CloudTrailRecords records) {
        for (String line : records.ndjson().lines().toList()) {
            account.observe((ObjectNode) Json.tree(line));
        }
        job.send(records.ndjson());
    }

    private static CloudTrailRecords attack(boolean mining) {
        CloudTrailRecords records = new CloudTrailRecords(Instant.now().minus(Duration.ofMinutes(10)));
        Caller bystander = CloudTrailRecords.user("dana", "AKIAEXAMPLE0DANA0001", NAT);
        Caller thief = CloudTrailRecords.user("build-deployer", KEY, "203.0.113.77");
        Caller admin = CloudTrailRecords.session("OrganizationOps", "ops", "ASIAEXAMPLE0OPS00001", "203.0.113.77");
        records.call(bystander, "s3", "ListBuckets")
                .call(thief, "sts", "GetCallerIdentity")
                .call(thief, "iam", "ListUsers")
                .call(thief, "iam", "GetAccountAuthorizationDetails")
                .attachAdmin(thief, "build-deployer")
                .createKey(thief, "svc-backup", "AKIAEXAMPLE0BACKUP01")
                .assumeRole(thief, "OrganizationOps", "ops", "ASIAEXAMPLE0OPS00001")
                .call(bystander, "ec2", "DescribeInstances");
        if (mining) {
            records.runInstances(admin, "ap-southeast-3", "p3.8xlarge", "i-0aaaaaaaaaaaaaaa1", "i-0aaaaaaaaaaaaaaa2");
        }
        return records;
    }
}
