package io.acso.mainjob;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.runtime.AgentSettings;
import io.acso.agent.runtime.TaskMessage;
import io.acso.agent.supervisor.SupervisorSettings;
import io.acso.assembly.Workforce;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.AutonomyLevels;
import io.acso.domain.incident.Incident;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.Task;
import io.acso.edge.ingest.Ingest;
import io.acso.edge.ingest.IngestLimits;
import io.acso.edge.ingest.Quarantine;
import io.acso.edge.ingest.Receipt;
import io.acso.edge.ingest.cloudtrail.CloudTrailFormat;
import io.acso.edge.ingest.linux.LinuxFormat;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.platform.durability.encrypted.EncryptedDurability;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.embedded.SqliteJournal;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.embedded.DirectoryObjectStore;
import io.acso.platform.objects.encrypted.EncryptedObjects;
import io.acso.testsupport.Contents;
import io.acso.testsupport.InMemoryLake;
import io.acso.testsupport.TestKeys;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The whole job in one JVM without a server: embedded adapters, the five agents, ingest. */
final class EmbeddedJob implements AutoCloseable {

    static final Principal ALICE = Principal.person("alice");

    private final Durability durability;
    private final Journal journal;
    private final ObjectStore objects;
    private final Workforce workforce;
    private final Ingest ingest;
    final List<Announcement> announced = new CopyOnWriteArrayList<>();

    private EmbeddedJob(Path directory, Map<String, String> overlay, List<String> standing, List<Actuator> connectors) {
        Clock clock = Clock.systemUTC();
        Keyring keys = TestKeys.in(directory.resolve("keys"));
        durability = new EncryptedDurability(
                SqliteDurability.open(directory.resolve("state"), clock, Settings.defaults()), keys);
        durability.topic().subscribe(announced::add);
        journal = SqliteJournal.open(directory.resolve("journal"), clock, SqliteJournal.Settings.DEFAULT, keys);
        objects = DirectoryObjectStore.open(directory.resolve("objects"), clock, new EncryptedObjects(keys));
        ContentSnapshot content = Contents.bundled().with(overlay);
        Workforce.Settings settings = new Workforce.Settings(
                new AgentSettings(
                        2, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(5)),
                new SupervisorSettings(
                        Duration.ofMillis(500),
                        Duration.ofHours(24),
                        Duration.ofHours(1),
                        Duration.ofMinutes(5),
                        standing),
                AutonomyLevels.Defaults.standard());
        workforce = new Workforce(
                new Workforce.Platform(durability, journal, new InMemoryLake(), objects),
                settings,
                () -> content,
                () -> content,
                () -> new Inventory(List.of()),
                connectors,
                List.of(),
                clock,
                ObservationRegistry.NOOP);
        ingest = new Ingest(
                List.of(new CloudTrailFormat(), new LinuxFormat()),
                journal,
                new Quarantine(durability, objects),
                clock,
                IngestLimits.DEFAULT);
        workforce.start();
    }

    static EmbeddedJob start(
            Path directory, Map<String, String> overlay, List<String> standing, List<Actuator> connectors) {
        return new EmbeddedJob(directory, overlay, standing, connectors);
    }

    Receipt send(String records) {
        return ingest.accept(new ByteArrayInputStream(records.getBytes(StandardCharsets.UTF_8)), null, ALICE);
    }

    Casebook casebook() {
        return new Casebook(durability.records());
    }

    List<Incident> incidents() {
        return casebook().incidents(100, null).items();
    }

    List<Approval> pending() {
        return casebook().approvals(100, null).items().stream()
                .filter(approval -> approval.status() == Approval.Status.PENDING)
                .toList();
    }

    List<ExecutionRecord> executions() {
        return casebook().executions(100, null).items();
    }

    Workforce workforce() {
        return workforce;
    }

    ObjectStore objects() {
        return objects;
    }

    /** Whether all that was sent has been looked at, and no agent has anything to do. */
    boolean quiet() {
        return workforce.feeds().caughtUp()
                && durability.queues().stream()
                        .map(name -> durability.queue(name).depth())
                        .allMatch(depth -> depth.ready() + depth.lent() == 0);
    }

    Durability durability() {
        return durability;
    }

    void answer(Approval approval, boolean approve) {
        answer(approval, approval.planHash().hex(), approve);
    }

    void answer(Approval approval, String planHash, boolean approve) {
        Task task = CaseTasks.toSupervisor(
                CaseTasks.ANSWER_APPROVAL,
                approval.id() + planHash + approve,
                Json.object()
                        .put("approval", approval.id())
                        .put("planHash", planHash)
                        .put("assurance", "SECOND_FACTOR")
                        .put("approve", approve)
                        .put("comment", "looked at it"),
                ALICE,
                Clock.systemUTC().instant(),
                approval.subject());
        durability.commit(Commit.builder()
                .send("supervisor", TaskMessage.of(task, approval.subject(), null))
                .build());
    }

    @Override
    public void close() {
        workforce.close();
        journal.close();
        durability.close();
    }
}
