package io.acso.platform.crypto.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.crypto.KeysetStore.Stored;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {

    @TempDir
    Path directory;

    @Test
    void it_is_written_only_over_what_was_read() throws Exception {
        KeysetFile file = new KeysetFile(directory.resolve("keys"));
        assertThat(file.load()).isEmpty();
        assertThat(file.save(new Stored("one".getBytes(UTF_8), 0))).isTrue();
        assertThat(file.save(new Stored("another".getBytes(UTF_8), 0))).isFalse();
        Stored read = file.load().orElseThrow();
        assertThat(read.document()).asString(UTF_8).isEqualTo("one");
        assertThat(file.save(new Stored("two".getBytes(UTF_8), read.version()))).isTrue();
        assertThat(file.save(new Stored("three".getBytes(UTF_8), read.version())))
                .isFalse();
        assertThat(Files.readString(Path.of(file.where()))).isEqualTo("two");
    }
}
