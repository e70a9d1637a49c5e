package io.acso.crash;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.runtime.AgentSettings;
import io.acso.agent.supervisor.SupervisorSettings;
import io.acso.assembly.Workforce;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.AutonomyLevels;
import io.acso.domain.event.Event;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Principal;
import io.acso.edge.ingest.Ingest;
import io.acso.edge.ingest.IngestLimits;
import io.acso.edge.ingest.Quarantine;
import io.acso.edge.ingest.Receipt;
import io.acso.edge.ingest.cloudtrail.CloudTrailFormat;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.content.ContentSource;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.platform.durability.encrypted.EncryptedDurability;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.embedded.SqliteJournal;
import io.acso.platform.ledger.Ledger;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.embedded.DirectoryObjectStore;
import io.acso.platform.objects.encrypted.EncryptedObjects;
import io.acso.testsupport.InMemoryLake;
import io.acso.testsupport.TestKeys;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The embedded platform on a directory, with the agents and without a server. */
public final class Platform implements AutoCloseable {

    private static final AgentSettings AGENTS = new AgentSettings(
            2, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private static final Path OVERLAY = Path.of("src", "test", "resources", "crash", "content");

    /** Golden directories grow old. */
    private static final SqliteJournal.Settings KEPT_FOR_GOOD = new SqliteJournal.Settings(2_000_000, 1L << 20, 36_500);

    private final Clock clock = Clock.systemUTC();
    private final Path directory;
    private final SqliteDurability kept;
    private final Durability durability;
    private final Journal journal;
    private final ObjectStore objects;
    private final InMemoryLake lake = new InMemoryLake();
    private Workforce workforce;

    private Platform(Path directory, UnaryOperator<Durability> around) {
        this.directory = directory;
        kept = SqliteDurability.open(directory.resolve("state"), clock, Settings.defaults());
        Keyring keys = TestKeys.in(directory.resolve("keys"));
        durability = around.apply(new EncryptedDurability(kept, keys));
        journal = SqliteJournal.open(directory.resolve("journal"), clock, KEPT_FOR_GOOD, keys);
        objects = DirectoryObjectStore.open(directory.resolve("objects"), clock, new EncryptedObjects(keys));
    }

    public static Platform open(Path directory) {
        return new Platform(directory, durability -> durability);
    }

    static Platform open(Path directory, UnaryOperator<Durability> around) {
        return new Platform(directory, around);
    }

    /** The product's content, but the rules and playbooks of the crash tests alone. */
    static ContentSnapshot crashContent() {
        ClassLoader classPath = Platform.class.getClassLoader();
        ContentSnapshot own = new ContentSource(classPath, OVERLAY).load();
        ContentSnapshot product = new ContentSource(classPath, null).load();
        Map<String, String> files = new TreeMap<>(own.files());
        files.keySet()
                .removeIf(path -> (path.startsWith("rules/") || path.startsWith("playbooks/"))
                        && product.files().containsKey(path));
        return ContentSnapshot.of(files);
    }

    /** Brings what the journal holds into the lake, which remembers nothing, and lets the agents work. */
    public void work(ContentSnapshot content, Duration settle, List<Actuator> connectors) {
        refill();
        SupervisorSettings supervisor = new SupervisorSettings(
                settle, Duration.ofDays(3650), Duration.ofHours(1), Duration.ofMinutes(5), List.of("crash-tests"));
        workforce = new Workforce(
                new Workforce.Platform(durability, journal, lake, objects),
                new Workforce.Settings(AGENTS, supervisor, AutonomyLevels.Defaults.standard()),
                () -> content,
                () -> content,
                () -> new Inventory(List.of()),
                connectors,
                List.of(),
                clock,
                ObservationRegistry.NOOP);
        workforce.start();
    }

    private void refill() {
        for (String partition : journal.partitions()) {
            String position = Journal.BEGINNING;
            List<Event> events;
            do {
                Journal.Slice slice = journal.read(partition, position, 500);
                events = slice.events();
                lake.append(events);
                position = slice.next();
            } while (!events.isEmpty());
        }
    }

    public Receipt send(String records) {
        Ingest ingest = new Ingest(
                List.of(new CloudTrailFormat()),
                journal,
                new Quarantine(durability, objects),
                clock,
                IngestLimits.DEFAULT);
        byte[] body = records.getBytes(StandardCharsets.UTF_8);
        return ingest.accept(new ByteArrayInputStream(body), null, Principal.person("alice"));
    }

    public Durability durability() {
        return durability;
    }

    public Journal journal() {
        return journal;
    }

    public ObjectStore objects() {
        return objects;
    }

    public Casebook casebook() {
        return new Casebook(durability.records());
    }

    public Ledger ledger() {
        return Ledger.open(durability, directory, "crash.acso.test");
    }

    /** Whether the agents, while they run, have nothing to do: findings wait one behind the other, so one is many. */
    public boolean quiet() {
        return durability.queues().stream()
                .map(name -> durability.queue(name).depth())
                .allMatch(depth -> depth.ready() == 0 && depth.lent() == 0);
    }

    /** No queue holds anything but the supervisor's own next look at the agents, which is always there. */
    public boolean idle() {
        return durability.queues().stream().allMatch(name -> {
            var depth = durability.queue(name).depth();
            return depth.ready() + depth.lent() <= (name.equals("supervisor") ? 1 : 0);
        });
    }

    /** Nothing that was sent before then is left; a timer that came due since, with nobody at work, is no loss. */
    boolean idleBefore(Instant then) {
        return durability.queues().stream().allMatch(name -> {
            var depth = durability.queue(name).depth();
            return depth.lent() == 0 && !clock.instant().minus(depth.oldest()).isBefore(then);
        });
    }

    public long deadLetters() {
        return durability.queues().stream()
                .mapToLong(name -> durability.queue(name).depth().dead())
                .sum();
    }

    @Override
    public void close() {
        if (workforce != null) {
            workforce.close();
        }
        journal.close();
        kept.close();
    }
}
