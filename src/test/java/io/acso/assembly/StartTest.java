package io.acso.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.acso.edge.cli.Platform;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.testsupport.TestKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that cannot start says why in one line with the cure. */
class StartTest {

    @TempDir
    Path directory;

    private static void start(Path where, int port) {
        new ServerPlatform().start(where, port, false, Map.of());
    }

    @Test
    void a_directory_that_cannot_be_written() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        assumeFalse(Files.isWritable(closed), "runs as root, whom no permission stops");
        assertThatThrownBy(() -> start(closed, 0))
                .isInstanceOf(Platform.CannotStart.class)
                .hasMessageContainingAll(closed.toString(), "--data-dir");
    }

    @Test
    void a_file_where_the_directory_belongs() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> start(file, 0))
                .isInstanceOf(Platform.CannotStart.class)
                .hasMessageContainingAll(file.toString(), "--data-dir");
    }

    @Test
    void a_second_process_on_the_same_directory() throws IOException {
        try (var first =
                SqliteDurability.open(directory.resolve("state"), InstantSource.system(), Settings.defaults())) {
            Path announced = Files.writeString(directory.resolve("server.json"), "{}");
            assertThatThrownBy(() -> start(directory, 0))
                    .isInstanceOf(Platform.CannotStart.class)
                    .hasMessageContaining("state")
                    .message()
                    .hasLineCount(1);
            assertThat(first.queues()).isNotNull();
            assertThat(announced).as("where the first process answers").exists();
        }
    }

    @Test
    void a_port_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> start(directory, taken.getLocalPort()))
                    .isInstanceOf(Platform.CannotStart.class)
                    .hasMessageContainingAll("port " + taken.getLocalPort(), "--port");
        }
    }

    @Test
    void lost_foreign_and_exposed_keys() throws IOException {
        Path keys = directory.resolve("keys");
        Path master = keys.resolve("master.key");
        Path keyset = keys.resolve("keyset.json");
        startAndStop();
        byte[] masterBefore = Files.readAllBytes(master);
        byte[] keysetBefore = Files.readAllBytes(keyset);

        Files.setPosixFilePermissions(master, PosixFilePermissions.fromString("rw-r--r--"));
        refused(master + " may be read by others", "chmod 600");
        Files.delete(master);
        refused(master + " is missing", "put it back");
        Files.delete(keyset);
        refused(master + " is missing", "put it back");
        assertThat(keys).isEmptyDirectory();

        // Keys of another platform, which were made for it somewhere else.
        TestKeys.in(keys);
        byte[] foreign = Files.readAllBytes(keyset);
        refused(keyset.toString(), "other keys");
        assertThat(keyset).hasBinaryContent(foreign);

        Files.write(master, masterBefore);
        refused(master.toString(), "not the master key");
        Files.write(keyset, keysetBefore);
        startAndStop();
    }

    private void startAndStop() {
        new ServerPlatform().start(directory, 0, false, Map.of()).close();
    }

    private void refused(String... words) {
        assertThatThrownBy(() -> start(directory, 0))
                .isInstanceOf(Platform.CannotStart.class)
                .hasMessageContainingAll(words)
                .message()
                .hasLineCount(1);
    }

    @Test
    void a_provider_that_is_not_there() {
        assertThatThrownBy(() -> start(Map.of("acso.journal.provider", "kafka")))
                .isInstanceOf(Platform.CannotStart.class)
                .hasMessage("acso.journal.provider: 'kafka' is unknown; use embedded or aws");
    }

    @Test
    void aws_without_credentials() {
        assertThatThrownBy(() -> start(Map.of("acso.objects.provider", "aws")))
                .isInstanceOf(Platform.CannotStart.class)
                .hasMessageContainingAll("acso.aws.credentials", "acso.aws.accounts");
    }

    private void start(Map<String, String> settings) {
        new ServerPlatform().start(directory, 0, false, settings);
    }
}
