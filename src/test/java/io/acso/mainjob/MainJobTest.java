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
import io.acso.edge.connector.aws.AwsSettings;
import io.acso.edge.demo.account.AccountState;
import io.acso.edge.demo.account.StandInAccount;
import io.acso.testsupport.CloudTrailRecords;
import io.acso.testsupport.CloudTrailRecords.Caller;
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
                AwsActuators.create(AwsSettings.loopback(account.endpoint(), ACCOUNT), Clock.systemUTC()));
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
