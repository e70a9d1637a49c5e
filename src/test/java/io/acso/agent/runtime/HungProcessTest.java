package io.acso.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.testsupport.SettableClock;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that hangs extends no lease and shows no sign of life. With the shipped settings. */
class HungProcessTest {

    private static final AgentName WORKER = new AgentName("worker");
    private static final Duration PROMISE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private final SettableClock clock = SettableClock.atNoon();
    private final AtomicInteger performed = new AtomicInteger();

    private final Agent worker = new Agent() {
        @Override
        public AgentName name() {
            return WORKER;
        }

        @Override
        public Set<String> accepts() {
            return Set.of("work");
        }

        @Override
        public Outcome perform(Task task, Workbench bench) {
            performed.incrementAndGet();
            return new Outcome.Completed(Json.object());
        }
    };

    @Test
    void what_a_hung_process_had_in_hand_is_performed_elsewhere_within_thirty_seconds() {
        try (SqliteDurability durability =
                SqliteDurability.open(directory, clock, Settings.defaults().withPulse(Duration.ofMillis(20)))) {
            Task task = new Task(
                    "t1",
                    WORKER,
                    "work",
                    Json.object(),
                    Principal.person("alice"),
                    "case-1",
                    null,
                    null,
                    clock.instant().plusSeconds(3600));
            durability.commit(Commit.builder()
                    .send(WORKER.value(), TaskMessage.of(task, null, null))
                    .build());
            assertThat(durability.queue(WORKER.value()).receive(1, AgentSettings.DEFAULT.lease()))
                    .as("the process takes it, and hangs")
                    .hasSize(1);
            try (AgentRuntime other = new AgentRuntime(
                    List.of(worker), durability, AgentSettings.DEFAULT, clock, ObservationRegistry.NOOP)) {
                other.start();
                clock.advance(PROMISE);
                await().until(() -> performed.get() == 1);
            }
        }
    }

    @Test
    void its_silence_is_noticed_in_the_same_time() {
        assertThat(AgentSettings.DEFAULT.silence()).isLessThan(PROMISE);
        assertThat(AgentSettings.DEFAULT.heartbeat().multipliedBy(2))
                .as("one late sign is no silence")
                .isLessThan(AgentSettings.DEFAULT.silence());
    }
}
