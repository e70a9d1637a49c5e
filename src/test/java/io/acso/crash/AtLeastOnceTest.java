package io.acso.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.agent.casebook.Ticket;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.incident.Incident;
import io.acso.platform.ledger.LedgerVerification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every task reaches its agent twice, and every thing is done once. */
class AtLeastOnceTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void whatIsDeliveredTwiceIsDoneOnce(TwiceDurability.Way way) throws Exception {
        AtomicReference<TwiceDurability> twice = new AtomicReference<>();
        try (Recorder recorder = new Recorder(new Recorder.Slow(Duration.ofMillis(400)));
                Platform platform = Platform.open(directory, inner -> {
                    twice.set(new TwiceDurability(inner, way));
                    return twice.get();
                })) {
            platform.send(CrashSubject.records());
            platform.work(Platform.crashContent(), Duration.ofMillis(50), CrashSubject.actuators(recorder.address()));
            await().atMost(Duration.ofSeconds(40)).until(() -> CrashSubject.ended(platform));

            assertThat(Objects.requireNonNull(twice.get()).repeats.get()).isGreaterThan(10);
            for (RepeatSafety safety : RepeatSafety.values()) {
                assertThat(recorder.done(safety)).as("effects of " + safety).hasSize(1);
            }
        }
        Outcome outcome = Outcome.of(directory);
        assertThat(outcome.execution().status()).isEqualTo("COMPLETED");
        assertThat(outcome.incidents()).extracting(Incident::status).containsExactly(Incident.Status.RESOLVED);
        assertThat(outcome.leaves("EffectCarriedOut")).hasSize(RepeatSafety.values().length);
        assertThat(outcome.leaves("IncidentOpened")).hasSize(1);
        assertThat(outcome.leaves("ApprovalGranted")).hasSize(1);
        assertThat(outcome.leaves("TicketOpened")).hasSize(1);
        assertThat(outcome.ticket()).map(Ticket::status).contains(Ticket.Status.CLOSED);
        assertThat(outcome.evidence())
                .extracting(Evidence::name)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(outcome.reported()).isTrue();
        assertThat(outcome.ledger()).isInstanceOf(LedgerVerification.Verified.class);
        assertThat(outcome.deadLetters()).isZero();
    }
}
