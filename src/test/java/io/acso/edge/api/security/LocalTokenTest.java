package io.acso.edge.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokenTest {

    @TempDir
    Path directory;

    @Test
    void the_first_start_makes_a_token_that_only_its_owner_can_read_and_later_starts_keep_it() throws IOException {
        LocalToken first = LocalToken.of(directory);
        Path file = directory.resolve("token");
        String text = Files.readString(file).strip();
        assertThat(text).matches("[A-Za-z0-9_-]{43}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(first.is(text)).isTrue();
        assertThat(first.is(text + "x")).isFalse();
        assertThat(LocalToken.of(directory).is(text)).isTrue();
    }

    @Test
    void a_token_that_others_could_read_is_closed() throws IOException {
        LocalToken.of(directory);
        Path file = directory.resolve("token");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        LocalToken.of(directory);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void an_empty_file_lets_nobody_in() throws IOException {
        Files.writeString(directory.resolve("token"), "");
        assertThatThrownBy(() -> LocalToken.of(directory)).hasMessageContaining("delete it");
    }
}
