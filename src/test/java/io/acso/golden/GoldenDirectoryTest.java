package io.acso.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.core.autonomy.Approval;
import io.acso.core.playbook.ExecutionState;
import io.acso.core.playbook.ExecutionStatus;
import io.acso.crash.Platform;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Delivery;
import io.acso.platform.journal.Journal;
import io.acso.platform.ledger.LedgerVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A data directory of every version so far can be read whole, and worked on, by the code of today. */
class GoldenDirectoryTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @TempDir
    Path copy;

    static Stream<Path> versions() throws IOException {
        try (Stream<Path> versions = Files.list(GOLDEN)) {
            return versions.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isReadWhole(Path golden) throws IOException {
        copy(golden.resolve("data"));
        JsonNode expected = Json.tree(Files.readString(golden.resolve("expected.json")));
        try (Platform platform = Platform.open(copy)) {
            assertThat(GoldenDirectory.expected(platform)).isEqualTo(expected);
            readExecution(platform.casebook());
            readObjects(platform, expected);
            readQueue(platform);
            Journal journal = platform.journal();
            assertThat(journal.read(journal.partitions().getFirst(), Journal.BEGINNING, 100)
                            .events())
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(event ->
                            assertThat(journal.find(List.of(event.id()))).hasSize(1));
            platform.ledger().export(copy.resolve("bundle"));
            assertThat(LedgerVerification.verify(copy.resolve("bundle"), Optional.of(golden.resolve("checkpoint.txt"))))
                    .isInstanceOf(LedgerVerification.Verified.class);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void canBeWorkedOn(Path golden) throws IOException {
        copy(golden.resolve("data"));
        String before = Json.tree(Files.readString(golden.resolve("expected.json")))
                .path("incident")
                .asString();
        try (var account = GoldenDirectory.account();
                Platform platform = Platform.open(copy)) {
            platform.work(GoldenDirectory.product(), Duration.ofMillis(50), GoldenDirectory.connectors(account));
            Instant lately = Clock.systemUTC().instant().minus(Duration.ofMinutes(10));
            GoldenDirectory.play(GoldenDirectory.attack("another", lately, "AKIAEXAMPLE0OTHER001"), account, platform);
            Approval asked = await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> platform.casebook().approvals(10, null).items().stream()
                                    .filter(one -> one.status() == Approval.Status.PENDING)
                                    .findFirst()
                                    .orElse(null),
                            Objects::nonNull);
            assertThat(asked.subject()).isNotEqualTo(before);
            assertThat(platform.casebook().incidents(10, null).items())
                    .extracting(Incident::id)
                    .containsExactly(asked.subject(), before);
            platform.ledger().export(copy.resolve("bundle"));
            assertThat(LedgerVerification.verify(copy.resolve("bundle"), Optional.of(golden.resolve("checkpoint.txt"))))
                    .isInstanceOf(LedgerVerification.Verified.class);
        }
    }

    private static void readExecution(Casebook casebook) {
        ExecutionRecord execution = casebook.executions(10, null).items().getLast();
        ExecutionState state = Json.convert(Objects.requireNonNull(execution.state()), ExecutionState.class);
        assertThat(state.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(state.steps()).isNotEmpty();
        Approval approval = casebook.approval(Objects.requireNonNull(execution.approvalId()))
                .orElseThrow()
                .value();
        assertThat(approval.status()).isEqualTo(Approval.Status.APPROVED);
        assertThat(approval.answeredBy()).isEqualTo(GoldenDirectory.ALICE);
        assertThat(approval.planHash())
                .isEqualTo(Objects.requireNonNull(execution.plan()).hash());
        assertThat(casebook.investigation(execution.subject())).isPresent();
        assertThat(casebook.cost(execution.subject())).isPresent();
    }

    private static void readObjects(Platform platform, JsonNode expected) {
        assertThat(platform.objects().get(new Digest(expected.path("report").asString())))
                .isPresent();
        for (JsonNode hash : expected.path("evidence")) {
            byte[] content = platform.objects().get(new Digest(hash.asString())).orElseThrow();
            assertThat(Digest.of(content).hex()).isEqualTo(hash.asString());
        }
    }

    private static void readQueue(Platform platform) {
        var queue = platform.durability().queue(GoldenDirectory.QUEUE);
        assertThat(queue.deadLetters(10, null).items())
                .extracting(DeadLetter::cause)
                .containsExactly("given up");
        assertThat(queue.receive(10, Duration.ofMinutes(1)))
                .extracting(Delivery::message)
                .extracting(message -> message.id() + message.group() + message.body())
                .containsExactly("waitingg{\"kept\":true}");
    }

    /** Version control keeps no access rights, and others may not read a key. */
    private void copy(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = copy.resolve(data.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }
}
