package io.acso.platform.crypto.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.platform.crypto.CryptoFailure;
import io.acso.platform.crypto.MasterKey;
import io.acso.platform.crypto.MasterKeyContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMasterKeyTest extends MasterKeyContract {

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("keys").resolve(LocalMasterKey.NAME);
    }

    @Override
    protected MasterKey open() {
        return LocalMasterKey.open(file(), true);
    }

    @Override
    protected MasterKey another() {
        return LocalMasterKey.open(directory.resolve("another.key"), true);
    }

    @Test
    void its_file_is_its_owners_alone() throws IOException {
        open();
        assertThat(permissions(file())).isEqualTo("rw-------");
        assertThat(permissions(file().getParent())).isEqualTo("rwx------");
        open().renew();
        assertThat(permissions(file())).isEqualTo("rw-------");
        try (var files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(this::open)
                .isInstanceOf(CryptoFailure.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_forgotten_generation_is_gone_from_the_file() {
        MasterKey key = open();
        byte[] before = key.wrap(new byte[32]);
        key.renew();
        key.forgetOlder();
        assertThatThrownBy(() -> open().unwrap(before))
                .isInstanceOf(CryptoFailure.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("put back");
    }

    @Test
    void a_lost_or_damaged_key_is_not_replaced() throws IOException {
        assertThatThrownBy(() -> LocalMasterKey.open(file(), false))
                .isInstanceOf(CryptoFailure.class)
                .hasMessageContaining(file() + " is missing");
        assertThat(file()).doesNotExist();

        open();
        for (byte[] damaged : new byte[][] {{}, "{}".getBytes(UTF_8), {1, 2, 3}}) {
            Files.write(file(), damaged);
            assertThatThrownBy(this::open)
                    .isInstanceOf(CryptoFailure.class)
                    .hasMessageContaining(file() + " is damaged");
            assertThat(file()).hasBinaryContent(damaged);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
