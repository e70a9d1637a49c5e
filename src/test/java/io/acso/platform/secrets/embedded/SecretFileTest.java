package io.acso.platform.secrets.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.platform.crypto.KeyInfo;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.crypto.MemoryKeysetStore;
import io.acso.platform.crypto.MemoryMasterKey;
import io.acso.platform.crypto.Reencryption;
import io.acso.platform.secrets.CachedSecrets;
import io.acso.platform.secrets.Secret;
import io.acso.platform.secrets.SecretStore;
import io.acso.platform.secrets.SecretStoreContract;
import io.acso.platform.secrets.SecretsUnavailable;
import io.acso.testsupport.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest extends SecretStoreContract {

    @TempDir
    Path directory;

    private final SettableClock clock = SettableClock.atNoon();
    private final MemoryKeysetStore keyset = new MemoryKeysetStore();
    private final Keyring keys = Keyring.open(keyset, new MemoryMasterKey(), clock, true);

    private Path file() {
        return directory.resolve(SecretFile.NAME);
    }

    private SecretFile open() {
        return new SecretFile(file(), keys, clock);
    }

    @Override
    protected SecretStore store() {
        return open();
    }

    @Override
    protected void set(String name, String value) {
        open().set(name, value);
    }

    @Test
    void the_file_is_its_owners_alone_and_holds_no_value_in_clear() throws IOException {
        set("token", "hunter2");
        assertThat(Files.readString(file())).contains("token").doesNotContain("hunter2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> open().get("token"))
                .isInstanceOf(SecretsUnavailable.class)
                .hasMessageContainingAll(file().toString(), "chmod 600");
    }

    @Test
    void three_versions_are_kept_and_all_removed() {
        for (int i = 1; i <= 5; i++) {
            set("token", "v" + i);
        }
        set("another", "x");
        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(version -> open().get("token", Integer.toString(version)))
                        .flatMap(Optional::stream)
                        .map(Secret::reveal))
                .containsExactly("v3", "v4", "v5");
        assertThat(open().list()).extracting(SecretFile.Listed::name).containsExactly("another", "token");
        assertThat(open().remove("token")).isTrue();
        assertThat(open().remove("token")).isFalse();
        assertThat(open().get("token")).isEmpty();
        assertThat(open().get("another")).isPresent();
    }

    @Test
    void it_follows_the_keys() {
        set("token", "hunter2");
        String old = keys.keys().getLast().id();
        keys.rotate();
        clock.advance(keyset.lag());
        Reencryption reencryption = new Reencryption(keys, keyset, List.of(open()), clock);
        assertThatThrownBy(() -> reencryption.retire(old)).hasMessageContaining("secrets=1");
        assertThat(reencryption.renew(() -> true).renewed()).isEqualTo(1);
        reencryption.retire(old);
        assertThat(keys.keys()).extracting(KeyInfo::id).doesNotContain(old);
        assertThat(open().get("token").orElseThrow().reveal()).isEqualTo("hunter2");
    }

    @Test
    void a_value_moved_to_another_name_does_not_open() throws IOException {
        set("mine", "a");
        Files.writeString(file(), Files.readString(file()).replace("\"mine\"", "\"yours\""));
        assertThatThrownBy(() -> open().get("yours"))
                .isInstanceOf(SecretsUnavailable.class)
                .hasMessageContaining("'yours'");
    }

    @Test
    void a_damaged_file_and_a_bad_value_are_refused() throws IOException {
        assertThatThrownBy(() -> set("token", "")).hasMessageContaining("bytes");
        assertThatThrownBy(() -> set("token", "x".repeat(70_000))).hasMessageContaining("bytes");
        for (String damaged : new String[] {"", "[]", "{}", "{\"format\":1}"}) {
            Files.writeString(file(), damaged, UTF_8);
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(() -> set("token", "x"))
                    .as(damaged)
                    .isInstanceOf(SecretsUnavailable.class)
                    .hasMessageContaining(file() + " is damaged");
            assertThat(file()).hasContent(damaged);
        }
    }

    @Test
    void a_cached_secret_is_asked_for_again_after_its_life() {
        SecretStore cached = new CachedSecrets(open(), Duration.ofMinutes(1), clock);
        assertThat(cached.get("token")).isEmpty();
        set("token", "v1");
        assertThat(cached.get("token")).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(cached.get("token").orElseThrow().reveal()).isEqualTo("v1");
    }
}
