package io.acso.golden;

import static io.acso.testsupport.CloudTrailRecords.ACCOUNT;
import static org.awaitility.Awaitility.await;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.runtime.TaskMessage;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Approval;
import io.acso.crash.Platform;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.connector.aws.AwsActuators;
import io.acso.edge.connector.aws.ContainmentSettings;
import io.acso.edge.demo.account.AccountState;
import io.acso.edge.demo.account.StandInAccount;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.content.ContentSource;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Timer;
import io.acso.testsupport.CloudTrailRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a golden data directory with the code of today: {@code GoldenDirectory src/test/resources/golden/VERSION}. Run
 * it once for each version that changes how something is kept; never write an old version's again.
 */
final class GoldenDirectory {

    static final String QUEUE = "golden";
    static final Principal ALICE = Principal.person("alice");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant LONG_AGO = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2099-01-01T00:00:00Z");

    private GoldenDirectory() {}

    public static void main(String... arguments) throws IOException {
        Path golden = Path.of(arguments[0]);
        if (Files.exists(golden)) {
            throw new IllegalArgumentException(golden + " is there already, and golden files do not change");
        }
        write(Files.createDirectories(golden));
    }

    /** The directory {@code data}, what it is expected to hold, and a checkpoint of its ledger kept outside. */
    static void write(Path golden) throws IOException {
        try (StandInAccount account = account();
                Platform platform = Platform.open(golden.resolve("data"))) {
            platform.work(product(), Duration.ofMillis(500), connectors(account));
            play(attack("build-deployer", LONG_AGO, "AKIAEXAMPLE0BUILD001"), account, platform);
            approve(platform);
            await().atMost(PATIENCE)
                    .until(() -> platform.casebook().incidents(10, null).items().stream()
                                    .noneMatch(Incident::isOpen)
                            && platform.idle());
            leaveWaiting(platform);
            Files.writeString(golden.resolve("expected.json"), Json.text(expected(platform)) + "\n");
            Files.writeString(
                    golden.resolve("checkpoint.txt"),
                    platform.ledger().checkpoint().note());
        }
    }

    static StandInAccount account() {
        return StandInAccount.start(AccountState.empty(ACCOUNT));
    }

    static List<Actuator> connectors(StandInAccount account) {
        return AwsActuators.create(
                new AwsClients(AwsSettings.loopback(account.endpoint(), ACCOUNT)),
                ContainmentSettings.standard(),
                Clock.systemUTC());
    }

    static ContentSnapshot product() {
        return new ContentSource(GoldenDirectory.class.getClassLoader(), null).load();
    }

    /** A key is stolen; its thief looks around, gives itself all rights and starts instances. */
    static String attack(String user, Instant begin, String key) {
        var thief = CloudTrailRecords.user(user, key, "203.0.113.77");
        return new CloudTrailRecords(begin)
                .call(thief, "sts", "GetCallerIdentity")
                .call(thief, "iam", "ListUsers")
                .attachAdmin(thief, user)
                .runInstances(thief, "ap-southeast-3", "p3.8xlarge", "i-0aaaaaaaaaaaaaaa1")
                .ndjson();
    }

    /** It happens to the account, and the platform hears of it. */
    static void play(String attack, StandInAccount account, Platform platform) {
        attack.lines().forEach(line -> account.observe((ObjectNode) Json.tree(line)));
        platform.send(attack);
    }

    private static void approve(Platform platform) {
        Approval asked = await().atMost(PATIENCE)
                .until(
                        () -> platform.casebook().approvals(10, null).items().stream()
                                .filter(one -> one.status() == Approval.Status.PENDING)
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        var answer = CaseTasks.toSupervisor(
                CaseTasks.ANSWER_APPROVAL,
                asked.id(),
                Json.object()
                        .put("approval", asked.id())
                        .put("planHash", asked.planHash().hex())
                        .put("assurance", "SECOND_FACTOR")
                        .put("assurance", "SECOND_FACTOR")
                        .put("approve", true)
                        .put("comment", "looked at it"),
                ALICE,
                Clock.systemUTC().instant(),
                asked.subject());
        platform.durability()
                .commit(Commit.builder()
                        .send("supervisor", TaskMessage.of(answer, asked.subject(), null))
                        .build());
    }

    /** A message that waits, one that is dead, and a timer, in a queue that nobody reads. */
    private static void leaveWaiting(Platform platform) {
        platform.durability()
                .commit(Commit.builder().send(QUEUE, message("dead")).build());
        var queue = platform.durability().queue(QUEUE);
        queue.bury(queue.receive(1, Duration.ofMinutes(1)).getFirst(), "given up");
        platform.durability()
                .commit(Commit.builder()
                        .send(QUEUE, message("waiting"))
                        .add(new Commit.Schedule(new Timer("later", FAR_AHEAD, QUEUE, message("later"))))
                        .build());
    }

    private static Message message(String id) {
        return new Message(id, "t", "g", Message.Priority.URGENT, "c", null, 1, "{\"kept\":true}");
    }

    /** Ids and hashes, read back through today's code. */
    static ObjectNode expected(Platform platform) {
        Casebook casebook = platform.casebook();
        Incident incident = casebook.incidents(10, null).items().getLast();
        var execution = casebook.executions(10, null).items().getLast();
        ObjectNode expected = Json.object()
                .put("incident", incident.id())
                .put("title", incident.title())
                .put("status", incident.status().name())
                .put("severity", incident.rating().severity().name())
                .put("timeline", casebook.timeline(incident.id()).size())
                .put("execution", execution.id())
                .put("executionStatus", execution.status())
                .put("actions", casebook.actions(execution.id()).size())
                .put(
                        "report",
                        casebook.report(incident.id()).orElseThrow().markdown().hex())
                .put(
                        "ticket",
                        casebook.ticket(incident.id())
                                .orElseThrow()
                                .value()
                                .status()
                                .name());
        var findings = expected.putArray("findings");
        casebook.findingsOf(incident.id()).stream().map(Finding::id).forEach(findings::add);
        var approvals = expected.putArray("approvals");
        casebook.approvals(10, null).items().stream()
                .filter(approval -> approval.executionId().equals(execution.id()))
                .forEach(approval -> approvals.add(approval.planHash().hex()));
        var evidence = expected.putArray("evidence");
        casebook.evidence(incident.id()).stream()
                .map(Evidence::content)
                .map(hash -> hash.hex())
                .forEach(evidence::add);
        return expected;
    }
}
