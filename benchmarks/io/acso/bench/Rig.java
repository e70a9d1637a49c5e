package io.acso.bench;

import io.acso.agent.runtime.AgentSettings;
import io.acso.agent.supervisor.SupervisorSettings;
import io.acso.assembly.Workforce;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.AutonomyLevels;
import io.acso.domain.inventory.Inventory;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.embedded.SqliteJournal;
import io.acso.platform.objects.embedded.DirectoryObjectStore;
import io.acso.testsupport.InMemoryLake;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The platform as it is in production, embedded on a directory, without the server around it. */
final class Rig implements AutoCloseable {

    final SqliteDurability kept;
    final Durability durability;
    private final Journal journal;
    private final Workforce workforce;

    private Rig(Path directory, ContentSnapshot content, List<Actuator> connectors, int concurrency, Counts counts) {
        Clock clock = Clock.systemUTC();
        kept = SqliteDurability.open(directory.resolve("state"), clock, Settings.defaults());
        durability = counts.around(kept);
        journal = SqliteJournal.open(directory.resolve("journal"), clock, SqliteJournal.Settings.DEFAULT);
        AgentSettings standard = AgentSettings.DEFAULT;
        AgentSettings agents = new AgentSettings(
                concurrency, standard.lease(), standard.longest(), standard.heartbeat(), standard.silence());
        workforce = new Workforce(
                new Workforce.Platform(
                        durability,
                        journal,
                        new InMemoryLake(),
                        DirectoryObjectStore.open(directory.resolve("objects"), clock)),
                new Workforce.Settings(agents, SupervisorSettings.DEFAULT, AutonomyLevels.Defaults.standard()),
                () -> content,
                () -> content,
                () -> new Inventory(List.of()),
                connectors,
                List.of(),
                clock,
                ObservationRegistry.NOOP);
    }

    static Rig start(
            Path directory, ContentSnapshot content, List<Actuator> connectors, int concurrency, Counts counts) {
        Rig rig = new Rig(directory, content, connectors, concurrency, counts);
        rig.workforce.start();
        return rig;
    }

    @Override
    public void close() {
        workforce.close();
        journal.close();
        kept.close();
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
