package io.acso.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.crash.Platform;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.crypto.Reencryption;
import io.acso.platform.crypto.embedded.KeysetFile;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.platform.durability.encrypted.EncryptedDurability;
import io.acso.platform.durability.encrypted.EncryptedState;
import io.acso.platform.journal.embedded.SqliteJournal;
import io.acso.platform.objects.embedded.DirectoryObjectStore;
import io.acso.platform.objects.encrypted.EncryptedObjects;
import io.acso.platform.objects.encrypted.StoredObjects;
import io.acso.testsupport.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The data directory of 0.1, which is in clear, comes under the keys, and clear text is refused from then on. */
class GoldenEncryptionTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "0.1");

    @TempDir
    Path copy;

    @Test
    void isEncryptedWholeAndReadsTheSame() throws IOException {
        FileSystemUtils.copyRecursively(GOLDEN.resolve("data"), copy);
        JsonNode expected = Json.tree(Files.readString(GOLDEN.resolve("expected.json")));
        reencrypt();
        assertThat(objects())
                .isNotEmpty()
                .allSatisfy(object -> assertThat(Digest.of(Files.readAllBytes(object)))
                        .isNotEqualTo(new Digest(object.getParent().getFileName() + "" + object.getFileName())));
        try (Platform platform = Platform.open(copy)) {
            assertThat(GoldenDirectory.expected(platform)).isEqualTo(expected);
        }
    }

    private void reencrypt() {
        Clock clock = Clock.systemUTC();
        Path directory = copy.resolve("keys");
        Keyring keys = TestKeys.in(directory);
        DirectoryObjectStore objects =
                DirectoryObjectStore.open(copy.resolve("objects"), clock, new EncryptedObjects(keys));
        try (SqliteDurability plain = SqliteDurability.open(copy.resolve("state"), clock, Settings.defaults());
                SqliteJournal journal =
                        SqliteJournal.open(copy.resolve("journal"), clock, SqliteJournal.Settings.DEFAULT, keys)) {
            Reencryption reencryption = new Reencryption(
                    keys,
                    new KeysetFile(directory),
                    List.of(new EncryptedState(plain.bodies()), journal.bodies(), new StoredObjects(objects)),
                    clock);
            reencryption.sealEncryptedStores();
            assertThat(reencryption.sealedStores()).isEmpty();
            Reencryption.Pass pass = reencryption.renew(() -> true);
            assertThat(pass.renewed()).isEqualTo(pass.seen()).isPositive();
            assertThat(pass.unreadable()).isZero();
            assertThat(reencryption.renew(() -> true).renewed()).isZero();
            assertThat(reencryption.sealedStores()).containsExactly("state", "journal", "objects");
            slipIn(plain, new EncryptedDurability(plain, keys));
        }
    }

    /** As somebody could who may write to the disk. */
    private static void slipIn(SqliteDurability plain, EncryptedDurability encrypted) {
        Item forged = Item.of("approval", "forged", 1, Map.of("status", "APPROVED"));
        plain.commit(Commit.builder().put(forged).build());
        assertThatThrownBy(() -> encrypted.records().get(new Key("approval", "forged")))
                .hasMessageContaining("clear text");
        plain.commit(Commit.builder()
                .add(new Commit.Delete(forged.key(), Commit.Expect.ANYTHING))
                .build());
    }

    private List<Path> objects() throws IOException {
        try (Stream<Path> files = Files.walk(copy.resolve("objects"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
