package io.acso.edge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.secrets.embedded.SecretFile;
import io.acso.testsupport.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code acso secret} on a data directory. */
class SecretCommandTest {

    private final InputStream standardInput = System.in;

    @TempDir
    Path directory;

    @AfterEach
    void restore() {
        System.setIn(standardInput);
    }

    private CommandLineTest.Ran secret(String piped, String... arguments) {
        System.setIn(new ByteArrayInputStream(piped.getBytes(UTF_8)));
        String[] all = new String[arguments.length + 3];
        all[0] = "secret";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--data-dir";
        all[all.length - 1] = directory.toString();
        return CommandLineTest.run(all);
    }

    @Test
    void a_value_comes_from_standard_input_and_is_never_shown() {
        assertThat(secret("hunter2\n", "set", "siem/token").out())
                .isEqualToIgnoringNewLines("siem/token is set, version 1");
        assertThat(secret("hunter3", "set", "siem/token", "--json")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(secret("", "list").out()).contains("siem/token").doesNotContain("hunter");
        assertThat(secret("", "list", "--json").json().at("/0/name").asString()).isEqualTo("siem/token");
        SecretFile file = new SecretFile(
                directory.resolve(SecretFile.NAME), TestKeys.in(directory.resolve("keys")), InstantSource.system());
        assertThat(file.get("siem/token").orElseThrow().reveal()).isEqualTo("hunter3");

        assertThat(secret("", "remove", "siem/token").code()).isZero();
        assertThat(secret("", "list").out()).contains("none");
    }

    @Test
    void what_cannot_be_done_is_bad_input_with_a_cure() {
        assertThat(secret("", "set", "token").code()).isEqualTo(3);
        assertThat(secret("x", "set", "../token").err()).contains("letters");
        assertThat(secret("", "remove", "absent").err()).contains("absent", "acso secret list");
        assertThat(secret("x", "set", "token", "value").code()).isEqualTo(2);
    }

    @Test
    void keys_that_are_lost_are_not_made_anew() throws IOException {
        Files.createDirectory(directory.resolve("state"));
        assertThat(secret("x", "set", "token").err()).contains("master.key is missing");
        assertThat(directory.resolve("keys")).doesNotExist();
    }
}
